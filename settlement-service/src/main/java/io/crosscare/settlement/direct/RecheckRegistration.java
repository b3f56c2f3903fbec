package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.direct.RecheckBill.Rechecked;
import io.crosscare.settlement.direct.RecheckBill.State;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.interruption.Interruptions;
import io.crosscare.settlement.interruption.model.Interruption;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Visit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says how a registration that a silent neighbour stopped stands now, for the correction desk: ready when it would be taken, or
 * has been under the same number; settled when that visit is; refused where nobody knows the institution. Silence stays silence.
 */
public final class RecheckRegistration {

    private final Interruptions interruptions;
    private final Visits visits;
    private final Chain chain;
    private final KnownFacts knownFacts;
    private final DescribeRefusal describeRefusal;
    private final KnownCopies knownCopies;

    public RecheckRegistration(
            Interruptions interruptions,
            Visits visits,
            Chain chain,
            KnownFacts knownFacts,
            DescribeRefusal describeRefusal,
            ReadModels copies) {
        this.interruptions = interruptions;
        this.visits = visits;
        this.chain = chain;
        this.knownFacts = knownFacts;
        this.describeRefusal = describeRefusal;
        this.knownCopies = new KnownCopies(copies);
    }

    /** Empty where no registration was stopped under this name. */
    public Mono<Rechecked> recheck(VisitId name) {
        return interruptions
                .ofRegistration(name)
                .flatMap(stopped -> registered(stopped)
                        .flatMap(visit -> ofVisit(stopped, visit))
                        .switchIfEmpty(Mono.defer(() -> ofInstitution(stopped))));
    }

    private Mono<Visit> registered(Interruption stopped) {
        return Mono.justOrEmpty(stopped.visitNumber())
                .flatMap(number -> visits.numbered(stopped.institution(), stopped.person(), number))
                .flatMap(visits::find);
    }

    /** What may stop its settlement has a case of its own. */
    private Mono<Rechecked> ofVisit(Interruption stopped, Visit visit) {
        return Flux.fromIterable(visit.fees().settlements())
                .concatMap(chain::lastOf)
                .filter(last -> !(last instanceof Undo))
                .next()
                .flatMap(live -> refused(stopped, Refusal.alreadySettled(live.id(), stopped.serviceDate())))
                .flatMap(refusal -> rechecked(stopped, State.SETTLED, refusal))
                .switchIfEmpty(Mono.defer(() -> rechecked(stopped, State.READY, null)));
    }

    private Mono<Rechecked> ofInstitution(Interruption stopped) {
        return knownFacts
                .institution(stopped.institution())
                .flatMap(_ -> rechecked(stopped, State.READY, null))
                .switchIfEmpty(Mono.defer(
                        () -> refused(stopped, Refusal.of(RefusalReason.INSTITUTION_UNKNOWN, stopped.serviceDate()))
                                .flatMap(refusal -> rechecked(stopped, State.REFUSED, refusal))));
    }

    private Mono<RefusalStatement> refused(Interruption stopped, Refusal refusal) {
        return describeRefusal.describe(refusal, stopped.insuredRegion(), stopped.careRegion(), stopped.institution());
    }

    private Mono<Rechecked> rechecked(Interruption stopped, State state, @Nullable RefusalStatement refusal) {
        return knownCopies
                .of(stopped.person(), stopped.institution())
                .map(known -> new Rechecked(state, refusal, known, Set.of(), List.of()));
    }
}
