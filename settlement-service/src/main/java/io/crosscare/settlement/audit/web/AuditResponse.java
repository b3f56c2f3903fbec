package io.crosscare.settlement.audit.web;

import io.crosscare.settlement.audit.model.Audit;
import io.crosscare.settlement.audit.model.Audit.Failed;
import io.crosscare.settlement.audit.model.Audit.Finished;
import io.crosscare.settlement.audit.model.Audit.Running;
import io.crosscare.settlement.audit.model.Invariant;
import io.crosscare.settlement.audit.model.InvariantResult;
import io.crosscare.settlement.audit.model.Progress;
import io.crosscare.settlement.audit.model.Violation;
import io.crosscare.settlement.benefit.model.Wording;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An audit as operators see it: counts, and the names of records that break something. No personal data.
 *
 * @param failure why there is no result; absent unless it failed
 * @param invariants empty while it runs
 */
record AuditResponse(
        String id,
        Audit.State state,
        Instant startedAt,
        @Nullable Instant endedAt,
        Audit.@Nullable Failure failure,
        ProgressResponse progress,
        List<InvariantResponse> invariants) {

    static AuditResponse of(Audit audit, int buckets) {
        return switch (audit.course()) {
            case Running _ -> of(audit, buckets, null, null, List.of());
            case Finished(Instant at, var results) -> of(audit, buckets, at, null, results);
            case Failed(Instant at, var failure, var results) -> of(audit, buckets, at, failure, results);
        };
    }

    private static AuditResponse of(
            Audit audit,
            int buckets,
            @Nullable Instant endedAt,
            Audit.@Nullable Failure failure,
            List<InvariantResult> results) {
        return new AuditResponse(
                audit.id(),
                audit.state(),
                audit.startedAt(),
                endedAt,
                failure,
                ProgressResponse.of(audit.progress(), buckets),
                results.stream().map(InvariantResponse::of).toList());
    }

    /**
     * How far it has come.
     *
     * @param buckets of {@code bucketsTotal} parts of all chains
     */
    record ProgressResponse(
            Progress.Stage stage, int buckets, int bucketsTotal, long chains, long entries, long visits, long intents) {

        static ProgressResponse of(Progress progress, int buckets) {
            return new ProgressResponse(
                    progress.stage(),
                    progress.buckets(),
                    buckets,
                    progress.chains(),
                    progress.entries(),
                    progress.visits(),
                    progress.intents());
        }
    }

    /**
     * What was found of one invariant.
     *
     * @param violations the first of them, at most 20; all are in {@code violationCount}
     */
    record InvariantResponse(
            Invariant id,
            String titleZh,
            String titleEn,
            InvariantResult.State state,
            long checkedCount,
            long violationCount,
            List<ViolationResponse> violations,
            @Nullable String uncheckedZh,
            @Nullable String uncheckedEn) {

        static InvariantResponse of(InvariantResult result) {
            Wording title = result.invariant().title();
            Wording unchecked = result.unchecked();
            return new InvariantResponse(
                    result.invariant(),
                    title.zh(),
                    title.en(),
                    result.state(),
                    result.checked(),
                    result.violated(),
                    result.listed().stream().map(ViolationResponse::of).toList(),
                    unchecked == null ? null : unchecked.zh(),
                    unchecked == null ? null : unchecked.en());
        }
    }

    /** A record that breaks an invariant, and how. */
    record ViolationResponse(String record, String detailZh, String detailEn) {

        static ViolationResponse of(Violation violation) {
            return new ViolationResponse(
                    violation.record(),
                    violation.detail().zh(),
                    violation.detail().en());
        }
    }
}
