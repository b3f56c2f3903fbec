package io.crosscare.registry.mongo;

import io.crosscare.chassis.event.PendingEvent;
import io.crosscare.chassis.event.Topic;
import io.crosscare.registry.model.Versioned;
import java.time.Instant;

/**
 * How the records of one register are stored and published.
 *
 * @param <T> the record
 * @param <D> its document
 */
interface RegisterForm<T, D extends VersionedDocument> {

    String collection();

    Class<D> documentType();

    Topic topic();

    String idOf(T record);

    /** A document that is still to be published. */
    D write(T record, long version, Instant changedAt);

    T read(D document);

    /** The event that a document is until it is published. */
    default PendingEvent eventOf(D document) {
        var stored = new Versioned<>(read(document), document.version());
        return new PendingEvent(
                document.id(),
                document.version(),
                "io.crosscare." + topic().name(),
                document.changedAt(),
                body(stored, document.changedAt()),
                null);
    }

    /** What is published of it. */
    Object body(Versioned<T> stored, Instant changedAt);
}
