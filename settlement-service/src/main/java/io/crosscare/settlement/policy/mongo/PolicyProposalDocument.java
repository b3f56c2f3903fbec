package io.crosscare.settlement.policy.mongo;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicyProposal.Decision;
import io.crosscare.settlement.policy.PolicyProposal.State;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** A proposal as it is stored; public for the codec. */
public record PolicyProposalDocument(
        @BsonId String hash,
        String requestKey,
        String text,
        String name,
        String region,
        List<String> replaces,
        List<WarningDocument> warnings,
        String author,
        Instant proposedAt,
        String state,
        @Nullable DecisionDocument decision) {

    /** A warning as it is stored. */
    public record WarningDocument(String zh, String en) {}

    /** A decision as it is stored. */
    public record DecisionDocument(
            String by, Instant at, @Nullable String reason) {}

    static PolicyProposalDocument of(PolicyProposal proposal, String requestKey) {
        Decision decision = proposal.decision();
        return new PolicyProposalDocument(
                proposal.hash(),
                requestKey,
                proposal.document(),
                proposal.name(),
                proposal.region().value(),
                proposal.replaces().stream().sorted().toList(),
                proposal.warnings().stream()
                        .map(warning -> new WarningDocument(warning.zh(), warning.en()))
                        .toList(),
                proposal.author(),
                proposal.proposedAt(),
                proposal.state().name(),
                decision == null ? null : new DecisionDocument(decision.by(), decision.at(), decision.reason()));
    }

    PolicyProposal toProposal() {
        return new PolicyProposal(
                hash,
                text,
                name,
                new RegionCode(region),
                Set.copyOf(replaces),
                warnings.stream()
                        .map(warning -> new Wording(warning.zh(), warning.en()))
                        .toList(),
                author,
                proposedAt,
                State.valueOf(state),
                decision == null ? null : new Decision(decision.by(), decision.at(), decision.reason()));
    }
}
