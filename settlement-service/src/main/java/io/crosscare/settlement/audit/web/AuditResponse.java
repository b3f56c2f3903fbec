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
 * @param id 审计标识 · of the audit
 * @param state 状态 · whether it runs, has finished or failed
 * @param startedAt 开始时间 · UTC
 * @param endedAt 结束时间 · UTC; absent while it runs
 * @param failure 失败原因 · why there is no result; absent unless it failed
 * @param progress 进度 · how far it has come
 * @param invariants 各不变式 · empty while it runs
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
     * @param stage 阶段 · what is being read
     * @param buckets 已检查分区 · of {@code bucketsTotal} parts of all chains
     * @param bucketsTotal 分区总数 · how many there are
     * @param chains 链 · chains read
     * @param entries 记录 · entries read
     * @param visits 就诊 · visits read
     * @param intents 意图 · intents read
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
     * @param id 编号 · of the invariant
     * @param titleZh 名称 · in Chinese
     * @param titleEn 英文名称 · in English
     * @param state 结论 · whether it holds
     * @param checkedCount 检查数 · how many records were checked
     * @param violationCount 违反数 · how many break it
     * @param violations 违反的记录 · the first of them, at most 20; all are in {@code violationCount}
     * @param uncheckedZh 未检查部分 · what could not be checked, in Chinese
     * @param uncheckedEn 未检查部分的英文 · the same in English
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

    /**
     * A record that breaks an invariant, and how.
     *
     * @param record 记录标识 · its id
     * @param detailZh 说明 · in Chinese
     * @param detailEn 英文说明 · in English
     */
    record ViolationResponse(String record, String detailZh, String detailEn) {

        static ViolationResponse of(Violation violation) {
            return new ViolationResponse(
                    violation.record(),
                    violation.detail().zh(),
                    violation.detail().en());
        }
    }
}
