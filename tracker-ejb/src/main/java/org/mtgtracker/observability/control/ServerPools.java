package org.mtgtracker.observability.control;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;

/**
 * The server's connection pools as it counts them itself. Its classes are in no artefact that one could compile
 * against, so they are called by name; they are asked only when somebody reads the figures.
 */
final class ServerPools {
    /**
     * A pool at one moment.
     *
     * @param used connections in somebody's hands
     * @param free open connections that nobody has
     * @param waiting threads that wait for one
     */
    record Figures(int used, int free, int waiting) {
        private static final Figures UNUSED = new Figures(0, 0, 0);
    }

    private final Object manager;
    private final Constructor<?> poolInfo;
    private final Method pool;
    private final Method status;
    private final Method queue;
    private final Method queueLength;

    private ServerPools() throws ReflectiveOperationException {
        Class<?> info = Class.forName("org.glassfish.resourcebase.resources.api.PoolInfo");
        Class<?> managers = Class.forName("com.sun.enterprise.resource.pool.PoolManager");
        Class<?> pools = Class.forName("com.sun.enterprise.resource.pool.ResourcePool");
        Class<?> runtimes = Class.forName("com.sun.enterprise.connectors.ConnectorRuntime");
        manager = runtimes.getMethod("getPoolManager")
                .invoke(runtimes.getMethod("getRuntime").invoke(null));
        poolInfo = info.getConstructor(String.class);
        pool = managers.getMethod("getPool", info);
        status = pools.getMethod("getPoolStatus");
        queue = pools.getMethod("getPoolWaitQueue");
        queueLength = queue.getReturnType().getMethod("getQueueLength");
    }

    /** @throws IllegalStateException when the server is another than the one this was written for */
    static ServerPools ofThisServer() {
        try {
            return new ServerPools();
        } catch (ReflectiveOperationException e) {
            throw unlike(e);
        }
    }

    /** The pool's figures; zeros for one that nobody has used yet: the server makes it with its first connection. */
    Figures figures(String name) {
        try {
            Object found = pool.invoke(manager, poolInfo.newInstance(name));
            return found == null ? Figures.UNUSED : figures(found);
        } catch (ReflectiveOperationException e) {
            throw unlike(e);
        }
    }

    private Figures figures(Object found) throws ReflectiveOperationException {
        Object counted = status.invoke(found);
        return new Figures(
                (int) counted.getClass().getMethod("getNumConnUsed").invoke(counted),
                (int) counted.getClass().getMethod("getNumConnFree").invoke(counted),
                (int) queueLength.invoke(queue.invoke(found)));
    }

    private static IllegalStateException unlike(ReflectiveOperationException e) {
        return new IllegalStateException("The server does not show its connection pools: " + e, e);
    }
}
