package io.crosscare.filing.lodging.kafka;

import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.StateOutbox;
import io.crosscare.chassis.event.Topic;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The latest version of each filing is an event until it is published. */
public final class FilingOutbox implements StateOutbox {

    public static final Topic TOPIC = Topic.state("filing.filing.v1");
    private static final String TYPE = "io.crosscare.filing.filing.v1";

    private final Filings filings;

    public FilingOutbox(Filings filings) {
        this.filings = filings;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Flux<PendingEvent> pending(int limit) {
        return filings.unpublished(limit).map(one -> event(one.filing(), one.traceparent()));
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return filings.markPublished(new FilingId(event.key()), event.version());
    }

    @Override
    public Mono<Void> publishAgain() {
        return filings.markAllUnpublished();
    }

    @Override
    public Flux<PendingEvent> stored(@Nullable String after, int limit) {
        return filings.all(after == null ? null : new FilingId(after), limit).map(filing -> event(filing, null));
    }

    @Override
    public Mono<PendingEvent> stored(String key) {
        return filings.find(new FilingId(key)).map(filing -> event(filing, null));
    }

    private static PendingEvent event(Filing filing, @Nullable String traceparent) {
        return new PendingEvent(
                filing.id().value(),
                filing.version(),
                TYPE,
                filing.history().getLast().at(),
                FilingMessage.of(filing),
                traceparent);
    }
}
