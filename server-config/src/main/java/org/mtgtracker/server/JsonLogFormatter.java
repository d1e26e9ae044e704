package org.mtgtracker.server;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Writes each log record as one line of JSON: time, level, logger, thread, message, and, where there is one, the id of
 * the request (left in the OpenTelemetry baggage by the application's request filter), the trace, and the exception.
 */
public final class JsonLogFormatter extends SimpleFormatter {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public String format(LogRecord entry) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", entry.getInstant().toString());
            json.writeStringField("level", entry.getLevel().getName());
            json.writeStringField("logger", entry.getLoggerName());
            json.writeNumberField("thread", entry.getLongThreadID());
            json.writeStringField("message", formatMessage(entry));
            writeArguments(json, entry);
            writeContext(json);
            if (entry.getThrown() != null) {
                json.writeStringField("exception", stackTrace(entry.getThrown()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("A string could not be written to", e);
        }
        return line.append('\n').toString();
    }

    /** Payara logs some messages as keys whose text is in a bundle that the record does not carry. */
    private static void writeArguments(JsonGenerator json, LogRecord entry) throws IOException {
        Object[] arguments = entry.getParameters();
        if (arguments == null || arguments.length == 0 || entry.getMessage().contains("{")) {
            return;
        }
        json.writeArrayFieldStart("arguments");
        for (Object argument : arguments) {
            json.writeString(String.valueOf(argument));
        }
        json.writeEndArray();
    }

    private static void writeContext(JsonGenerator json) throws IOException {
        String request = Baggage.current().getEntryValue("request.id");
        if (request != null) {
            json.writeStringField("requestId", request);
        }
        SpanContext span = Span.current().getSpanContext();
        if (span.isValid()) {
            json.writeStringField("traceId", span.getTraceId());
            json.writeStringField("spanId", span.getSpanId());
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
