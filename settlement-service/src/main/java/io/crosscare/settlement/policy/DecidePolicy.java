package io.crosscare.settlement.policy;

import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.policy.PolicyProposal.Decision;
import io.crosscare.settlement.policy.PolicyProposal.State;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Somebody of the region's agency who is not the author approves or rejects a proposal, once. An approved pack is published at
 * once; where a process ends between the two, {@link #publishApproved} does it.
 */
public final class DecidePolicy {

    private final PolicyPacks policies;
    private final PolicyProposals proposals;
    private final ProposePolicy proposing;
    private final Clock clock;

    public DecidePolicy(PolicyPacks policies, PolicyProposals proposals, ProposePolicy proposing, Clock clock) {
        this.policies = policies;
        this.proposals = proposals;
        this.proposing = proposing;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Decided {

        record Done(PolicyProposal proposal) implements Decided {}

        /** The same principal has decided the same before. */
        record Replayed(PolicyProposal proposal) implements Decided {}

        /** There is no such proposal, or it is of another region. */
        record NotVisible() implements Decided {}

        /** Nobody approves what is their own. */
        record OwnProposal() implements Decided {}

        /** It was decided before, otherwise. */
        record AlreadyDecided(State state) implements Decided {}

        /** The law has changed since it was proposed, and it does not fit any more. */
        record Flawed(List<DocumentFlaw> flaws) implements Decided {}
    }

    /** Approves it, or rejects it. */
    public Mono<Decided> decide(String hash, boolean isApproved, @Nullable String reason, Caller.Agency caller) {
        return proposals
                .find(hash)
                .filter(proposal -> caller.isAgencyOf(proposal.region()))
                .map(proposal -> decide(proposal, isApproved, reason, caller))
                .defaultIfEmpty(Mono.just(new Decided.NotVisible()))
                .flatMap(decided -> decided);
    }

    private Mono<Decided> decide(
            PolicyProposal proposal, boolean isApproved, @Nullable String reason, Caller.Agency caller) {
        if (proposal.state() != State.PROPOSED) {
            return again(proposal, isApproved, caller);
        }
        if (proposal.author().equals(caller.subject())) {
            return Mono.just(new Decided.OwnProposal());
        }
        Decision decision = new Decision(caller.subject(), clock.instant(), reason);
        return isApproved
                ? proposing
                        .flawsOf(proposal)
                        .flatMap(flaws -> flaws.isEmpty()
                                ? store(proposal.decided(State.APPROVED, decision), isApproved, caller)
                                : Mono.just(new Decided.Flawed(flaws)))
                : store(proposal.decided(State.REJECTED, decision), isApproved, caller);
    }

    /** Whoever is slower learns what the faster one has decided. */
    private Mono<Decided> store(PolicyProposal decided, boolean isApproved, Caller.Agency caller) {
        return proposals.replace(decided, State.PROPOSED).flatMap(isStored -> {
            if (isStored) {
                return published(decided).map(Decided.Done::new);
            }
            return proposals.find(decided.hash()).flatMap(now -> again(now, isApproved, caller));
        });
    }

    private Mono<Decided> again(PolicyProposal proposal, boolean isApproved, Caller.Agency caller) {
        Decision decision = proposal.decision();
        boolean isSame = decision != null
                && decision.by().equals(caller.subject())
                && isApproved == (proposal.state() != State.REJECTED);
        return isSame
                ? published(proposal).map(Decided.Replayed::new)
                : Mono.just(new Decided.AlreadyDecided(proposal.state()));
    }

    private Mono<PolicyProposal> published(PolicyProposal proposal) {
        if (proposal.state() != State.APPROVED) {
            return Mono.just(proposal);
        }
        PolicyProposal published = proposal.published();
        return policies.publish(proposal.document())
                .filter(policy -> Objects.equals(policy.hash(), proposal.hash()))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a proposal is not what its hash says")))
                .then(proposals.replace(published, State.APPROVED))
                .thenReturn(published);
    }

    /** Publishes what was approved and is not published yet. */
    public Mono<Void> publishApproved() {
        return proposals.inState(State.APPROVED).concatMap(this::published).then();
    }
}
