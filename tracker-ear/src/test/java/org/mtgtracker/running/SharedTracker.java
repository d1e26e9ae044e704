package org.mtgtracker.running;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands every test that asks for a {@link RunningTracker} the same one, since a server takes longer to start than to test;
 * and to who asks for a {@link Mailbox} the one that it sends mail to.
 */
public final class SharedTracker implements ParameterResolver {
    private static final ExtensionContext.Namespace HERE = ExtensionContext.Namespace.create(SharedTracker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningTracker.class || type == Mailbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Start start =
                context.getRoot().getStore(HERE).getOrComputeIfAbsent("start", key -> Start.attempt(), Start.class);
        RunningTracker tracker = start.tracker();
        return parameter.getParameter().getType() == Mailbox.class ? start.mailbox : tracker;
    }

    /** One attempt for all: what failed once is not tried again for each class. */
    private record Start(RunningTracker running, Mailbox mailbox, RuntimeException failure) implements AutoCloseable {
        static Start attempt() {
            Mailbox mailbox = new Mailbox();
            try {
                RunningTracker tracker = mailbox.usedBy(TrackerCommand.named("shared"), TrackerCommand.freePort())
                        .with("--catalogue=demo")
                        .launchAnew()
                        .awaitReady();
                tracker.awaitFirstCard();
                return new Start(tracker, mailbox, null);
            } catch (RuntimeException e) {
                return new Start(null, mailbox, e);
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
            mailbox.close();
            if (running != null) {
                running.close();
            }
        }
    }
}
