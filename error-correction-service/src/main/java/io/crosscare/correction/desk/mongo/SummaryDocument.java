package io.crosscare.correction.desk.mongo;

import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
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
        @Nullable ResolutionDocument resolution,
        @Nullable String cause,
        @Nullable Boolean ready,
        @Nullable String group,
        @Nullable WorkDocumentPart work) {

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
                            "resolution",
                            "cause",
                            "ready",
                            "group",
                            "work.outage"),
                    HandlingDocument.FIELDS.stream())
            .toList();

    /** What of the work a list reads. */
    public record WorkDocumentPart(WorkDocument.@Nullable OutageDocument outage) {}

    /** When it began. */
    public record FirstDocument(Instant refusedAt) {}

    Summary toSummary() {
        WorkDocument.OutageDocument outage = work == null ? null : work.outage();
        CaseSubject subject = outage == null
                ? CaseDocument.subject(person, visit, batch, reason)
                : CaseDocument.subject(outage.person(), outage.visit(), outage.batch(), reason);
        return new Summary(
                subject,
                CaseState.valueOf(state),
                last.toRefusal(subject),
                refusals,
                first.refusedAt(),
                evidence == null ? null : evidence.toSettled(),
                handling == null ? CaseDocument.stageOfOld(state, last) : handling.toStage(),
                resolution == null ? null : resolution.toResolution(),
                cause == null ? null : Cause.valueOf(cause),
                Boolean.TRUE.equals(ready),
                group == null ? null : new CaseId(group),
                outage == null ? null : outage.toOutage(id));
    }
}
