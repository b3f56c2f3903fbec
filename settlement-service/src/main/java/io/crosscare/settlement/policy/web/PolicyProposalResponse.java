package io.crosscare.settlement.policy.web;

import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicyProposal.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposed policy and where it stands.
 *
 * @param hash 政策标识 · hash of its document
 * @param name 名称 · of the pack
 * @param state {@link PolicyProposal.State}
 * @param replaces 替换的政策 · hashes of the policies whose place it takes
 * @param warnings 提示 · what the approver should have read
 * @param author 提交账号 · account that proposed it
 * @param proposedAt 提交时间 · UTC
 * @param decidedBy 审批账号 · account that decided; absent while undecided
 * @param decidedAt 审批时间 · UTC; absent while undecided
 * @param reason 审批意见 · as given; absent where none was
 * @param document 原文 · the YAML as proposed; absent in lists
 */
record PolicyProposalResponse(
        String hash,
        String name,
        String region,
        String state,
        List<String> replaces,
        List<Wording> warnings,
        String author,
        Instant proposedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String document) {

    static PolicyProposalResponse whole(PolicyProposal proposal) {
        return of(proposal, proposal.document());
    }

    static PolicyProposalResponse inShort(PolicyProposal proposal) {
        return of(proposal, null);
    }

    private static PolicyProposalResponse of(PolicyProposal proposal, @Nullable String document) {
        Decision decision = proposal.decision();
        return new PolicyProposalResponse(
                proposal.hash(),
                proposal.name(),
                proposal.region().value(),
                proposal.state().name(),
                proposal.replaces().stream().sorted().toList(),
                proposal.warnings(),
                proposal.author(),
                proposal.proposedAt(),
                decision == null ? null : decision.by(),
                decision == null ? null : decision.at(),
                decision == null ? null : decision.reason(),
                document);
    }
}
