package io.crosscare.settlement.policy.web;

import io.crosscare.settlement.benefit.model.Figure;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicySuccession;
import io.crosscare.settlement.policy.PublishedPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A policy in short.
 *
 * @param hash 政策标识 · hash of its document
 * @param name 名称 · of the pack
 * @param title 标题 · for people
 * @param plan {@link io.crosscare.settlement.benefit.model.InsurancePlan}
 * @param personTypes {@link io.crosscare.settlement.benefit.model.PersonType}
 * @param from 生效日 · first day in force, a day in China
 * @param to 失效日 · last day in force, a day in China; absent while open
 * @param publishedAt 发布时间 · UTC; absent of a proposal
 * @param replacedBy 取代者 · hash of the policy that takes its place, from that one's first day on; absent where none does
 * @param figures 参数个数 · how many figures it has
 * @param marks 标记统计 · how many of its figures have which mark
 */
record PolicySummaryResponse(
        String hash,
        String name,
        Wording title,
        String region,
        String plan,
        List<String> personTypes,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant publishedAt,
        @Nullable String replacedBy,
        int figures,
        Map<String, Long> marks) {

    /** Of a published policy among all that are. */
    static PolicySummaryResponse of(PublishedPolicy published, Collection<PublishedPolicy> all) {
        return of(
                published.hash(),
                published.pack(),
                published.publishedAt(),
                PolicySuccession.successorOf(published, all)
                        .map(PublishedPolicy::hash)
                        .orElse(null));
    }

    /** Of one that is not published yet. */
    static PolicySummaryResponse of(PolicyProposal proposal) {
        return of(proposal.hash(), proposal.pack(), null, null);
    }

    private static PolicySummaryResponse of(
            String hash, PolicyPack pack, @Nullable Instant publishedAt, @Nullable String replacedBy) {
        Map<String, Long> marks = new TreeMap<>();
        for (Figure<?> figure : pack.figures()) {
            marks.merge(figure.confidence().word(), 1L, Long::sum);
        }
        return new PolicySummaryResponse(
                hash,
                pack.name(),
                pack.title(),
                pack.region().value(),
                pack.plan().name(),
                pack.personTypes().stream().sorted().map(PersonType::name).toList(),
                pack.from(),
                pack.to(),
                publishedAt,
                replacedBy,
                pack.figures().size(),
                marks);
    }
}
