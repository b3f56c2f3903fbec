package io.crosscare.filing.lodging.kafka;

import io.crosscare.chassis.event.Outbox;
import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingId;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The latest version of each filing is an event until it is published. */
public final class FilingOutbox implements Outbox {

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
        return filings.unpublished(limit).map(FilingOutbox::event);
    }

    @Override
    public Mono<Void> markPublished(PendingEvent event) {
        return filings.markPublished(new FilingId(event.key()), event.version());
    }

    @Override
    public Mono<Void> publishAgain() {
        return filings.markAllUnpublished();
    }

    private static PendingEvent event(Filings.Unpublished unpublished) {
        Filing filing = unpublished.filing();
        return new PendingEvent(
                filing.id().value(),
                filing.version(),
                TYPE,
                filing.history().getLast().at(),
                FilingMessage.of(filing),
                unpublished.traceparent());
    }
}
