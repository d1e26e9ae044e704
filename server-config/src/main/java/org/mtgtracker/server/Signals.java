package org.mtgtracker.server;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * Hears the signals by which an operating system asks a process to end. Java has no public way to them but shutdown
 * hooks, which run in no order; {@code sun.misc.Signal} is in every JDK (module jdk.unsupported), and reached by name
 * because the compiler warns of it in a way that cannot be silenced.
 */
final class Signals {
    private Signals() {}

    /** Whether this system has such a signal: Windows knows no "HUP". */
    static boolean exist(String name) {
        try {
            Class.forName("sun.misc.Signal").getConstructor(String.class).newInstance(name);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java gives no way to hear SIG" + name, e);
        }
    }

    /** Runs {@code then} in place of the JVM's own answer whenever the signal comes ("TERM", "INT", "HUP"). */
    static void on(String name, Runnable then) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object answer = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            then.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), answer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("This Java gives no way to hear SIG" + name, e);
        }
    }
}
