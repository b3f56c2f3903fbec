package io.crosscare.filing.batch.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.batch.model.Batch;
import io.crosscare.filing.batch.model.BatchId;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.Counts;
import io.crosscare.filing.batch.model.Progress;
import java.time.Instant;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A batch as it is stored; public for the codec.
 *
 * @param keyIndex blind index of the caller's key
 * @param content keyed fingerprint of the lines that are done
 * @param place orders the list
 */
public record BatchDocument(
        @BsonId String id,
        String kind,
        String agencyRegion,
        String by,
        String keyIndex,
        int lines,
        String content,
        long read,
        long added,
        long changed,
        long kept,
        long refused,
        int sending,
        Instant startedAt,
        Instant sentAt,
        int linesBefore,
        Instant updatedAt,
        @Nullable Instant completedAt,
        String place) {

    static BatchDocument of(Batch batch, String key) {
        Progress progress = batch.progress();
        Counts counts = progress.counts();
        return new BatchDocument(
                batch.id().value(),
                batch.kind().name(),
                batch.agencyRegion().value(),
                batch.by(),
                key,
                progress.lines(),
                progress.content(),
                counts.read(),
                counts.added(),
                counts.changed(),
                counts.kept(),
                counts.refused(),
                batch.sending(),
                batch.startedAt(),
                batch.sentAt(),
                batch.linesBefore(),
                batch.updatedAt(),
                batch.completedAt(),
                batch.place().value());
    }

    Batch toBatch() {
        return new Batch(
                new BatchId(id),
                BatchKind.valueOf(kind),
                new RegionCode(agencyRegion),
                by,
                new Progress(lines, content, new Counts(read, added, changed, kept, refused)),
                sending,
                startedAt,
                sentAt,
                linesBefore,
                updatedAt,
                completedAt);
    }
}
