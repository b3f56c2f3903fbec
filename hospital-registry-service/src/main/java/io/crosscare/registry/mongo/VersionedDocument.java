package io.crosscare.registry.mongo;

import java.time.Instant;

/** What every document of a register has beside its content. */
interface VersionedDocument {

    String id();

    long version();

    Instant changedAt();
}
