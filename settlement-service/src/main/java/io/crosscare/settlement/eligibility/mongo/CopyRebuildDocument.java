package io.crosscare.settlement.eligibility.mongo;

import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.CopyRebuild;
import io.crosscare.settlement.eligibility.CopyRebuild.Part;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * The latest rebuilding as it is stored; public for the codec.
 *
 * @param id always the same: there is one document
 */
public record CopyRebuildDocument(
        @BsonId String id,
        String rebuild,
        String by,
        Instant startedAt,
        Instant seenAt,
        @Nullable Instant endedAt,
        boolean failed,
        List<PartDocument> parts) {

    static final String LATEST = "latest";

    /** See {@link Part}. */
    public record PartDocument(String topic, long records, long missing, long outdated, long withdrawn, boolean done) {}

    static CopyRebuildDocument of(CopyRebuild rebuild) {
        return new CopyRebuildDocument(
                LATEST,
                rebuild.id(),
                rebuild.by(),
                rebuild.startedAt(),
                rebuild.seenAt(),
                rebuild.endedAt(),
                rebuild.hasFailed(),
                rebuild.parts().stream()
                        .map(part -> new PartDocument(
                                part.topic().name(),
                                part.records(),
                                part.missing(),
                                part.outdated(),
                                part.withdrawn(),
                                part.isDone()))
                        .toList());
    }

    CopyRebuild toRebuild() {
        List<Part> read = parts.stream()
                .map(part -> new Part(
                        CopiedTopic.valueOf(part.topic()),
                        part.records(),
                        part.missing(),
                        part.outdated(),
                        part.withdrawn(),
                        part.done()))
                .toList();
        return new CopyRebuild(rebuild, by, startedAt, seenAt, endedAt, failed, read);
    }
}
