package io.crosscare.chassis.observability;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The trace the present work belongs to. */
public final class Traces {

    private final Tracer tracer;

    public Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** 32 hexadecimal digits, or null outside a trace. */
    public @Nullable String traceId() {
        TraceContext context = context();
        return context == null ? null : context.traceId();
    }

    /** W3C trace context of the present span, as a {@code traceparent} header, or null outside a trace. */
    public @Nullable String traceparent() {
        TraceContext context = context();
        if (context == null) {
            return null;
        }
        String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + flags;
    }

    private @Nullable TraceContext context() {
        TraceContext carried = CurrentObservation.trace();
        Span span = carried == null ? tracer.currentSpan() : null;
        return span == null ? carried : span.context();
    }
}
