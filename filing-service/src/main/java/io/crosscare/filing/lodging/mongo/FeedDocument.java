package io.crosscare.filing.lodging.mongo;

import io.crosscare.chassis.mongo.DenseSequence;
import io.crosscare.filing.lodging.FilingFeed.Recorded;
import io.crosscare.filing.lodging.model.FilingVersion;
import org.bson.codecs.pojo.annotations.BsonId;

/** A change in the feed; public for the codec. The id is its place, in twelve digits. */
public record FeedDocument(@BsonId String id, String filingId, long version, VersionDocument filing) {

    static FeedDocument of(FilingVersion version, long seq) {
        return new FeedDocument(
                DenseSequence.idOf(seq), version.id().value(), version.version(), VersionDocument.of(version));
    }

    long seq() {
        return DenseSequence.seqOf(id);
    }

    Recorded toRecorded() {
        return new Recorded(seq(), filing.toVersion());
    }
}
