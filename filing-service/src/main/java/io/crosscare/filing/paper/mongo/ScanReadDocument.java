package io.crosscare.filing.paper.mongo;

import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.model.ScanRead;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.types.ObjectId;

/** A look at a scan as it is stored; public for the codec. */
public record ScanReadDocument(@BsonId ObjectId id, String filingId, int number, Instant at, String by) {

    ScanRead toRead() {
        return new ScanRead(new FilingId(filingId), number, at, by);
    }
}
