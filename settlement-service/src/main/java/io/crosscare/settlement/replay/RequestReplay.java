package io.crosscare.settlement.replay;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.benefit.model.PolicyPack;
import io.crosscare.settlement.document.CanonicalText;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PolicyProposal;
import io.crosscare.settlement.policy.PolicyProposals;
import io.crosscare.settlement.policy.PolicyReader;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.model.PolicyReplay.Asked;
import io.crosscare.settlement.replay.model.PolicyReplay.State;
import io.crosscare.settlement.replay.model.ReplayPeriod;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import reactor.core.publisher.Mono;

/** Begins replays, one at a time and once per request, and stops them; {@link RunReplay} does the work. */
public final class RequestReplay {

    private final PolicyPacks policies;
    private final PolicyProposals proposals;
    private final PolicyReplays replays;
    private final RunReplay runReplay;
    private final Runnable wake;
    private final RandomIds ids;
    private final Clock clock;

    /**
     * Makes the use case.
     *
     * @param wake has the next turn of {@code runReplay} begin at once
     */
    public RequestReplay(
            PolicyPacks policies,
            PolicyProposals proposals,
            PolicyReplays replays,
            RunReplay runReplay,
            Runnable wake,
            RandomIds ids,
            Clock clock) {
        this.policies = policies;
        this.proposals = proposals;
        this.replays = replays;
        this.runReplay = runReplay;
        this.wake = wake;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of a request. */
    public sealed interface Requested {

        record Begun(PolicyReplay replay) implements Requested {}

        /** The same request came before. */
        record Replayed(PolicyReplay replay) implements Requested {}

        /** The key was used for another request. */
        record KeyReused() implements Requested {}

        /** Another one runs. */
        record Busy(PolicyReplay running) implements Requested {}

        /** There is no such policy, published or proposed, or it is of another region. */
        record NoSuchPolicy() implements Requested {}
    }

    /** Begins a replay of a published or proposed policy. */
    public Mono<Requested> request(String policyHash, ReplayPeriod period, Caller.Agency caller, String key) {
        String requestKey = caller.subject() + "/" + key;
        return replays.byRequest(requestKey)
                .map(before -> before.asked().isFor(policyHash, period)
                        ? new Requested.Replayed(before)
                        : (Requested) new Requested.KeyReused())
                .switchIfEmpty(Mono.defer(() -> begin(policyHash, period, caller, requestKey)));
    }

    private Mono<Requested> begin(String policyHash, ReplayPeriod period, Caller.Agency caller, String requestKey) {
        return candidate(policyHash)
                .filter(pack -> caller.isAgencyOf(pack.region()))
                .flatMap(pack -> begin(
                        PolicyReplay.begun(
                                ids.next('r'),
                                new Asked(policyHash, pack.name(), pack.region(), period, caller.subject()),
                                now(),
                                runReplay.parts()),
                        pack,
                        requestKey))
                .defaultIfEmpty(new Requested.NoSuchPolicy());
    }

    private Mono<PolicyPack> candidate(String hash) {
        return policies.byHash(hash)
                .map(published -> published.pack())
                .switchIfEmpty(proposals
                        .find(hash)
                        .map(PolicyProposal::document)
                        .map(document -> PolicyReader.read(new CanonicalText(document))));
    }

    private Mono<Requested> begin(PolicyReplay replay, PolicyPack candidate, String requestKey) {
        return giveUpSilent()
                .then(Mono.defer(() -> replays.begin(replay, requestKey)))
                .flatMap(hasBegun -> {
                    if (hasBegun) {
                        runReplay.take(replay, candidate);
                        wake.run();
                        return Mono.just(new Requested.Begun(replay));
                    }
                    return replays.byRequest(requestKey)
                            .<Requested>map(Requested.Replayed::new)
                            .switchIfEmpty(replays.running().map(Requested.Busy::new));
                });
    }

    /** One whose process has stopped is told of as failed. */
    public Mono<Void> giveUpSilent() {
        return replays.running()
                .filter(replay -> !replay.isRunningAt(now()))
                .flatMap(silent -> replays.say(silent.ended(State.FAILED, now())))
                .then();
    }

    /** Stops it, if it still runs; it is told as it then stands. */
    public Mono<PolicyReplay> cancel(PolicyReplay replay) {
        return Mono.just(replay)
                .filter(known -> known.state() == State.RUNNING)
                .flatMap(running -> replays.say(running.ended(State.CANCELLED, now())))
                .then(Mono.defer(() -> replays.find(replay.id())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
