package io.crosscare.settlement.external.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.external.model.ExternalFeed;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** A feed as it is stored, under its region. Public for the driver's record codec. */
public record ExternalFeedDocument(@BsonId String id, Instant completeUpTo, Instant heardAt, long version) {

    static ExternalFeedDocument of(ExternalFeed feed) {
        return new ExternalFeedDocument(feed.region().value(), feed.completeUpTo(), feed.heardAt(), feed.version());
    }

    ExternalFeed toFeed() {
        return new ExternalFeed(new RegionCode(id), completeUpTo, heardAt, version);
    }
}
