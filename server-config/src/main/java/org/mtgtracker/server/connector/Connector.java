package org.mtgtracker.server.connector;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.grizzly.Transport;
import org.glassfish.grizzly.filterchain.Filter;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.http.HttpServerFilter;

/** Puts what this package has into the server's listeners, between their booting and the application. */
public final class Connector {
    private static final Logger LOG = Logger.getLogger(Connector.class.getName());

    private Connector() {}

    /** Does it for every listener of the booted server that speaks HTTP. Where that fails, answers stay as the server gives them. */
    public static void completeAnswers() {
        try {
            for (FilterChain chain : chains()) {
                completeAnswers(chain);
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.log(Level.WARNING, "What the server refuses by itself it will answer without a word", e);
        }
    }

    static void completeAnswers(FilterChain chain) {
        HttpServerFilter codec = first(chain, HttpServerFilter.class);
        org.glassfish.grizzly.http.server.HttpServerFilter handling =
                first(chain, org.glassfish.grizzly.http.server.HttpServerFilter.class);
        if (codec == null || handling == null || handling.getHttpHandler() == null) {
            LOG.warning(() -> "A listener of the server has no HTTP that is known here: " + chain);
            return;
        }
        codec.getMonitoringConfig().addProbes(new Overlong());
        handling.setHttpHandler(new Gate(handling.getHttpHandler()));
        chain.add(chain.indexOf(codec), new BareAnswers());
    }

    private static <F extends Filter> F first(FilterChain chain, Class<F> type) {
        return chain.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** Payara's own classes lie in jars inside Payara Micro's, out of the compiler's sight. */
    private static List<FilterChain> chains() throws ReflectiveOperationException {
        Class<?> listenerType = Class.forName("org.glassfish.grizzly.config.dom.NetworkListener");
        Class<?> serviceType = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Class<?> proxyType = Class.forName("com.sun.enterprise.v3.services.impl.GrizzlyProxy");
        Class<?> genericType = Class.forName("org.glassfish.grizzly.config.GenericGrizzlyListener");
        Object locator = Class.forName("org.glassfish.internal.api.Globals")
                .getMethod("getDefaultHabitat")
                .invoke(null);
        Class<?> locatorType = Class.forName("org.glassfish.hk2.api.ServiceLocator");
        Annotation[] any = {};
        Object service = locatorType
                .getMethod("getService", Class.class, Annotation[].class)
                .invoke(locator, serviceType, any);
        List<?> listeners = (List<?>) locatorType
                .getMethod("getAllServices", Class.class, Annotation[].class)
                .invoke(locator, listenerType, any);
        List<FilterChain> chains = new ArrayList<>();
        for (Object listener : listeners) {
            Object proxy =
                    serviceType.getMethod("lookupNetworkProxy", listenerType).invoke(service, listener);
            Object used = proxyType.isInstance(proxy)
                    ? proxyType.getMethod("getUnderlyingListener").invoke(proxy)
                    : null;
            if (genericType.isInstance(used)
                    && genericType.getMethod("getTransport").invoke(used) instanceof Transport transport
                    && transport.getProcessor() instanceof FilterChain chain) {
                chains.add(chain);
            }
        }
        return chains;
    }
}
