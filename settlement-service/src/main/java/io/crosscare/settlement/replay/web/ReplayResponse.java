package io.crosscare.settlement.replay.web;

import io.crosscare.settlement.replay.model.Impact;
import io.crosscare.settlement.replay.model.ImpactGroup;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.model.PolicyReplay.Asked;
import io.crosscare.settlement.replay.model.PolicyReplay.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A replay: how far it has come and what it has found so far.
 *
 * @param id 推演标识 · of the replay
 * @param policyHash 候选政策 · hash of the policy that is replayed
 * @param policyName 政策名称 · of the pack
 * @param from 起始日 · first day on which the care had ended, a day in China
 * @param to 截止日 · last day on which the care had ended, a day in China
 * @param by 操作账号 · account that asked
 * @param state {@link PolicyReplay.State}
 * @param startedAt 开始时间 · UTC
 * @param endedAt 结束时间 · UTC; absent while it runs
 * @param progress 进度 · how far it has come
 * @param total 合计 · all groups together
 * @param groups 分组影响 · by service, filing category and level of the institution
 * @param refused 将被拒绝的结算 · settlements that could not have been made, the first 1,000; absent in lists
 */
record ReplayResponse(
        String id,
        String policyHash,
        String policyName,
        String region,
        LocalDate from,
        LocalDate to,
        String by,
        String state,
        Instant startedAt,
        @Nullable Instant endedAt,
        ProgressResponse progress,
        ImpactResponse total,
        @Nullable List<GroupResponse> groups,
        @Nullable List<RefusedResponse> refused) {

    /**
     * How far it has come.
     *
     * @param percent 百分比 · of all chains
     * @param persons 人数 · whose chains were read
     * @param unreadable 无法推演 · settlements of which something is not there or not sound
     */
    record ProgressResponse(int percent, long persons, long unreadable) {}

    /**
     * What the candidate would have changed. Amounts hold only settlements that it would have made too.
     *
     * @param settlements 结算笔数 · that were replayed
     * @param before 原结果 · as it was settled
     * @param after 推演结果 · as the candidate would have it
     * @param winners 受益笔数 · of which the person would have paid less
     * @param losers 受损笔数 · of which the person would have paid more
     * @param unchanged 不变笔数 · of which the person would have paid the same
     * @param newlyRefused 将被拒绝笔数 · that could not have been made
     */
    record ImpactResponse(
            long settlements,
            SumsResponse before,
            SumsResponse after,
            long winners,
            long losers,
            long unchanged,
            long newlyRefused) {

        static ImpactResponse of(Impact impact) {
            return new ImpactResponse(
                    impact.settlements(),
                    new SumsResponse(
                            impact.fundPayBefore().fen(),
                            impact.personalPayBefore().fen()),
                    new SumsResponse(
                            impact.fundPayAfter().fen(),
                            impact.personalPayAfter().fen()),
                    impact.winners(),
                    impact.losers(),
                    impact.unchanged(),
                    impact.newlyRefused());
        }
    }

    /** Who pays how much of all these settlements. */
    record SumsResponse(long fundPayFen, long personalPayFen) {}

    /**
     * One group.
     *
     * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
     * @param category 备案类别 · of the filing; absent for care at home
     * @param level {@link io.crosscare.settlement.benefit.model.InstitutionLevel}
     * @param impact 影响 · on the group
     */
    record GroupResponse(String serviceType, @Nullable String category, String level, ImpactResponse impact) {

        private static GroupResponse of(ImpactGroup group, Impact impact) {
            return new GroupResponse(
                    group.service().name(), group.category(), group.level().name(), ImpactResponse.of(impact));
        }
    }

    /**
     * A settlement that could not have been made.
     *
     * @param settlementId 结算标识 · of the settlement
     * @param reason 拒绝原因 · for which the candidate would have refused it
     */
    record RefusedResponse(String settlementId, String reason) {}

    static ReplayResponse whole(PolicyReplay replay) {
        return of(
                replay,
                replay.found().impacts().entrySet().stream()
                        .map(entry -> GroupResponse.of(entry.getKey(), entry.getValue()))
                        .toList(),
                replay.found().refused().stream()
                        .map(one -> new RefusedResponse(one.settlement(), one.reason()))
                        .toList());
    }

    static ReplayResponse inShort(PolicyReplay replay) {
        return of(replay, null, null);
    }

    private static ReplayResponse of(
            PolicyReplay replay, @Nullable List<GroupResponse> groups, @Nullable List<RefusedResponse> refused) {
        Asked asked = replay.asked();
        Found found = replay.found();
        int percent = found.parts() == 0 ? 100 : 100 * found.partsDone() / found.parts();
        return new ReplayResponse(
                replay.id(),
                asked.policyHash(),
                asked.policyName(),
                asked.region().value(),
                asked.period().from(),
                asked.period().to(),
                asked.by(),
                replay.state().name(),
                replay.startedAt(),
                replay.endedAt(),
                new ProgressResponse(percent, found.persons(), found.unreadable()),
                ImpactResponse.of(found.total()),
                groups,
                refused);
    }
}
