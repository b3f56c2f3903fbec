package io.crosscare.settlement.audit.mongo;

import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Course;
import io.crosscare.settlement.audit.model.Audit.Failed;
import io.crosscare.settlement.audit.model.Audit.Failure;
import io.crosscare.settlement.audit.model.Audit.Finished;
import io.crosscare.settlement.audit.model.Audit.Running;
import io.crosscare.settlement.audit.model.Audit.State;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Progress;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.Instant;
import java.util.List;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * An audit as it is stored. Public for the driver's record codec.
 *
 * @param seenAt while it runs, when its process last said so; afterwards, when it ended
 */
public record AuditDocument(
        @BsonId String id,
        long number,
        String requestKey,
        String instance,
        String state,
        Instant startedAt,
        Instant seenAt,
        @Nullable String failure,
        ProgressDocument progress,
        List<ResultDocument> results) {

    static final String RUNNING = State.RUNNING.name();

    static AuditDocument of(Audit audit) {
        return switch (audit.course()) {
            case Running(Instant seenAt) -> of(audit, seenAt, null, List.of());
            case Finished(Instant at, var results) -> of(audit, at, null, results);
            case Failed(Instant at, Failure failure, var results) -> of(audit, at, failure, results);
        };
    }

    private static AuditDocument of(
            Audit audit, Instant seenAt, @Nullable Failure failure, List<InvariantResult> results) {
        return new AuditDocument(
                audit.id(),
                audit.number(),
                audit.requestKey(),
                audit.instance(),
                audit.state().name(),
                audit.startedAt(),
                seenAt,
                failure == null ? null : failure.name(),
                ProgressDocument.of(audit.progress()),
                results.stream().map(ResultDocument::of).toList());
    }

    Audit toAudit() {
        return new Audit(id, number, requestKey, instance, startedAt, progress.toProgress(), course());
    }

    private Course course() {
        List<InvariantResult> found =
                results.stream().map(ResultDocument::toResult).toList();
        return switch (State.valueOf(state)) {
            case RUNNING -> new Running(seenAt);
            case HELD, VIOLATED -> new Finished(seenAt, found);
            case FAILED -> new Failed(seenAt, Failure.valueOf(failure == null ? "" : failure), found);
        };
    }

    /** See {@link Progress}. */
    public record ProgressDocument(String stage, int buckets, long chains, long entries, long visits, long intents) {

        static ProgressDocument of(Progress progress) {
            return new ProgressDocument(
                    progress.stage().name(),
                    progress.buckets(),
                    progress.chains(),
                    progress.entries(),
                    progress.visits(),
                    progress.intents());
        }

        Progress toProgress() {
            return new Progress(Progress.Stage.valueOf(stage), buckets, chains, entries, visits, intents);
        }
    }

    /** See {@link InvariantResult}. */
    public record ResultDocument(
            String invariant,
            long checked,
            long violated,
            List<ViolationDocument> listed,
            @Nullable WordingDocument unchecked) {

        static ResultDocument of(InvariantResult result) {
            Wording unchecked = result.unchecked();
            return new ResultDocument(
                    result.invariant().name(),
                    result.checked(),
                    result.violated(),
                    result.listed().stream().map(ViolationDocument::of).toList(),
                    unchecked == null ? null : WordingDocument.of(unchecked));
        }

        InvariantResult toResult() {
            Invariant known = Invariant.valueOf(invariant);
            return new InvariantResult(
                    known,
                    checked,
                    violated,
                    listed.stream().map(one -> one.toViolation(known)).toList(),
                    unchecked == null ? null : unchecked.toWording());
        }
    }

    /** See {@link Violation}. */
    public record ViolationDocument(String record, WordingDocument detail) {

        static ViolationDocument of(Violation violation) {
            return new ViolationDocument(violation.record(), WordingDocument.of(violation.detail()));
        }

        Violation toViolation(Invariant invariant) {
            return new Violation(invariant, record, detail.toWording());
        }
    }

    /** See {@link Wording}. */
    public record WordingDocument(String zh, String en) {

        static WordingDocument of(Wording wording) {
            return new WordingDocument(wording.zh(), wording.en());
        }

        Wording toWording() {
            return new Wording(zh, en);
        }
    }
}
