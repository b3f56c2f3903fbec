package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.mongo.HandlingDocument.ResolutionDocument;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** What lists read of a {@link CaseDocument}. Public for the driver's record codec. */
public record SummaryDocument(
        @BsonId String id,
        String state,
        String person,
        String visit,
        @Nullable String batch,
        String reason,
        long refusals,
        FirstDocument first,
        RefusalDocument last,
        @Nullable FactDocument evidence,
        @Nullable HandlingDocument handling,
        @Nullable ResolutionDocument resolution) {

    /** The fields to read. */
    static final List<String> FIELDS = Stream.concat(
                    Stream.of(
                            "state",
                            "person",
                            "visit",
                            "batch",
                            "reason",
                            "refusals",
                            "first.refusedAt",
                            "last",
                            "evidence",
                            "resolution"),
                    HandlingDocument.FIELDS.stream())
            .toList();

    /** When it began. */
    public record FirstDocument(Instant refusedAt) {}

    Summary toSummary() {
        CaseSubject subject = CaseDocument.subject(person, visit, batch, reason);
        return new Summary(
                subject,
                CaseState.valueOf(state),
                last.toRefusal(subject),
                refusals,
                first.refusedAt(),
                evidence == null ? null : evidence.toSettled(),
                handling == null ? CaseDocument.stageOfOld(state, last) : handling.toStage(),
                resolution == null ? null : resolution.toResolution());
    }
}
