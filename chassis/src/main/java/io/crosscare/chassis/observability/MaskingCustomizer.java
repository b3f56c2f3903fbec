package io.crosscare.chassis.observability;

import io.crosscare.chassis.crypto.Masking;
import io.micrometer.tracing.TraceContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The last line of defence: cuts identity numbers, phones and the queries of addresses out of every text of a log event, its
 * stack trace too, whoever wrote it. Adds the trace of the work that wrote it, where the log's own context does not have it.
 */
public final class MaskingCustomizer implements StructuredLoggingJsonMembersCustomizer<Object> {

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.add("traceId", _ -> traceIdUnlessKnown()).whenNotNull();
        members.applyingValueProcessor(JsonWriter.ValueProcessor.of(String.class, MaskingCustomizer::mask));
    }

    private static @Nullable String traceIdUnlessKnown() {
        TraceContext trace = MDC.get("traceId") == null ? CurrentObservation.trace() : null;
        return trace == null ? null : trace.traceId();
    }

    private static @Nullable String mask(@Nullable String text) {
        return text == null ? null : Masking.freeText(Masking.withoutQueries(text));
    }
}
