package io.crosscare.settlement.policy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.document.CanonicalText;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pack that somebody has proposed and somebody else decides on. What the proposal says never changes; only its state does.
 *
 * @param hash of the document: the same content is proposed once
 * @param document the YAML text, canonical
 * @param name of the pack
 * @param replaces hashes of the packs whose place it takes
 * @param warnings what the checks pointed out
 * @param author account that proposed it
 * @param decision null while nobody has decided
 */
public record PolicyProposal(
        String hash,
        String document,
        String name,
        RegionCode region,
        Set<String> replaces,
        List<Wording> warnings,
        String author,
        Instant proposedAt,
        State state,
        @Nullable Decision decision) {

    /** Where a proposal stands. */
    public enum State {
        /** 待审批 · proposed, undecided. */
        PROPOSED,
        /** 已批准 · approved, about to be published. */
        APPROVED,
        /** 已发布 · published: the law of its days. */
        PUBLISHED,
        /** 已驳回 · rejected. */
        REJECTED
    }

    /** Who has decided, when and why. */
    public record Decision(String by, Instant at, @Nullable String reason) {}

    public PolicyProposal {
        replaces = Set.copyOf(replaces);
        warnings = List.copyOf(warnings);
    }

    /** The pack that is proposed. */
    public PolicyPack pack() {
        return PolicyReader.read(new CanonicalText(document));
    }

    PolicyProposal decided(State next, Decision by) {
        return new PolicyProposal(hash, document, name, region, replaces, warnings, author, proposedAt, next, by);
    }

    PolicyProposal published() {
        return new PolicyProposal(
                hash, document, name, region, replaces, warnings, author, proposedAt, State.PUBLISHED, decision);
    }
}
