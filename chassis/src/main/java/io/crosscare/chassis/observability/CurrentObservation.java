package io.crosscare.chassis.observability;

import io.micrometer.context.ContextRegistry;
import io.micrometer.context.ThreadLocalAccessor;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;

/**
 * Carries the observation of a request from thread to thread as Reactor goes on, and nothing else. Micrometer's own accessor
 * tells the tracer and the log's context of every such step, which took a sixth of the processor time of a settlement; here
 * the trace is looked up by whoever wants to know it: {@link Traces}, and {@link MaskingCustomizer} for a line of the log.
 */
public final class CurrentObservation implements ThreadLocalAccessor<Observation> {

    private final ObservationRegistry registry;

    private CurrentObservation(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** From now on, in the whole process. */
    public static void carry(ObservationRegistry registry) {
        ContextRegistry.getInstance().registerThreadLocalAccessor(new CurrentObservation(registry));
    }

    /** The trace of the present work, or null outside one. */
    static @Nullable TraceContext trace() {
        Observation current = ObservationThreadLocalAccessor.getInstance()
                .getObservationRegistry()
                .getCurrentObservation();
        TracingContext tracing =
                current == null ? null : current.getContextView().get(TracingContext.class);
        Span span = tracing == null ? null : tracing.getSpan();
        return span == null ? null : span.context();
    }

    @Override
    public Object key() {
        return ObservationThreadLocalAccessor.KEY;
    }

    @Override
    public @Nullable Observation getValue() {
        return registry.getCurrentObservation();
    }

    @Override
    public void setValue(Observation observation) {
        registry.setCurrentObservationScope(new Carried(observation, registry));
    }

    @Override
    public void setValue() {
        registry.setCurrentObservationScope(null);
    }

    /** A scope nobody is told of. */
    @SuppressWarnings("deprecation") // an interface demands what it deprecates
    private record Carried(Observation getCurrentObservation, ObservationRegistry registry)
            implements Observation.Scope {

        @Override
        public void close() {
            registry.setCurrentObservationScope(null);
        }

        @Override
        public void reset() {
            close();
        }

        @Override
        public void makeCurrent() {
            registry.setCurrentObservationScope(this);
        }
    }
}
