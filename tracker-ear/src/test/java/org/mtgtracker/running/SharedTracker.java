package org.mtgtracker.running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands every test that asks for a {@link RunningTracker} the same one: a server takes longer to start than to test. */
public final class SharedTracker implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedTracker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningTracker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent("start", key -> Start.attempt(), Start.class)
                .tracker();
    }

    /** One attempt for all: what failed once is not tried again for each class. */
    private record Start(RunningTracker running, RuntimeException failure) implements AutoCloseable {
        static Start attempt() {
            try {
                RunningTracker tracker = TrackerCommand.named("shared")
                        .with("--catalogue=demo")
                        .launchAnew()
                        .awaitReady();
                tracker.awaitFirstCard();
                return new Start(tracker, null);
            } catch (RuntimeException e) {
                return new Start(null, e);
            }
        }

        RunningTracker tracker() {
            if (failure != null) {
                throw new IllegalStateException("The shared server did not start", failure);
            }
            return running;
        }

        @Override
        public void close() {
            if (running != null) {
                running.close();
            }
        }
    }
}
