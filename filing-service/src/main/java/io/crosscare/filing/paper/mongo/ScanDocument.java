package io.crosscare.filing.paper.mongo;

import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.model.ScanKind;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;

/** A scan as it is stored, without its content; public for the codec. */
public record ScanDocument(
        @BsonId String id,
        String filingId,
        int number,
        String kind,
        String material,
        int sizeBytes,
        Instant addedAt,
        String by,
        String receiptKey,
        String receiptContent) {

    static ScanDocument of(Scan scan, String key, String said) {
        return new ScanDocument(
                idOf(scan.filingId(), scan.number()),
                scan.filingId().value(),
                scan.number(),
                scan.kind().name(),
                scan.material(),
                scan.sizeBytes(),
                scan.addedAt(),
                scan.by(),
                key,
                said);
    }

    Scan toScan() {
        return new Scan(new FilingId(filingId), number, ScanKind.valueOf(kind), material, sizeBytes, addedAt, by);
    }

    static String idOf(FilingId filing, int number) {
        return filing + ":" + number;
    }
}
