package io.crosscare.settlement.chain.mongo;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.Counters;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.Head;
import java.time.Instant;
import java.util.Map;
import org.bson.codecs.pojo.annotations.BsonId;

/** A hint where a chain ended some time ago; never more than that. Public for the driver's record codec. */
public record HeadDocument(@BsonId String id, long s, String hash, Instant recordedAt, Map<String, Long> counters) {

    static HeadDocument of(Head head) {
        return new HeadDocument(
                head.person().value(),
                head.seq(),
                head.hash().value(),
                head.recordedAt(),
                head.counters().values());
    }

    Head toHead() {
        return new Head(new PersonId(id), s, new ContentHash(hash), recordedAt, Counters.of(counters));
    }
}
