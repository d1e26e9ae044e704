package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BackgroundThreadsTest {
    private static final SpanContext TRACE = SpanContext.create(
            "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", TraceFlags.getSampled(), TraceState.getDefault());

    @Test
    void work_in_another_thread_has_the_request_id_and_the_trace_of_who_asked_for_it() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<String> seen = new CompletableFuture<>();
            try (Scope baggage =
                            Baggage.builder().put("request.id", "r-1").build().makeCurrent();
                    Scope span = Span.wrap(TRACE).makeCurrent()) {
                assertThat(baggage).isNotNull();
                assertThat(span).isNotNull();
                BackgroundThreads.carryingContext(threads).execute(() -> seen.complete(seen()));
            }
            CompletableFuture<String> later = new CompletableFuture<>();
            threads.execute(() -> later.complete(seen()));

            assertThat(seen.get(10, TimeUnit.SECONDS)).isEqualTo("r-1 " + TRACE.getTraceId());
            assertThat(later.get(10, TimeUnit.SECONDS))
                    .as("the thread's next work is not the same request's")
                    .isEqualTo("null " + SpanContext.getInvalid().getTraceId());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_context_is_that_of_the_asking_and_not_of_the_doing() {
        Queue<Runnable> waiting = new ArrayDeque<>();
        StringBuilder seen = new StringBuilder();
        BackgroundThreads.carryingContext(waiting::add).execute(() -> seen.append(seen()));

        try (Scope scope = Baggage.builder().put("request.id", "r-2").build().makeCurrent()) {
            assertThat(scope).isNotNull();
            waiting.remove().run();
        }

        assertThat(seen.toString()).startsWith("null ");
    }

    private static String seen() {
        return Baggage.current().getEntryValue("request.id") + " "
                + Span.current().getSpanContext().getTraceId();
    }
}
