package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Stores a refusal with who can mend it and what was known, has it published, and says it. The caller's key stays free.
 */
public final class RefuseSettlement {

    private final Refusals refusals;
    private final DescribeRefusal describeRefusal;
    private final KnownCopies knownCopies;
    private final SettlementMeters meters;
    private final Runnable relay;
    private final Clock clock;

    /**
     * Refuses.
     *
     * @param relay told when there is something to publish
     */
    public RefuseSettlement(
            Refusals refusals,
            DescribeRefusal describeRefusal,
            ReadModels copies,
            SettlementMeters meters,
            Runnable relay,
            Clock clock) {
        this.refusals = refusals;
        this.describeRefusal = describeRefusal;
        this.knownCopies = new KnownCopies(copies);
        this.meters = meters;
        this.relay = relay;
        this.clock = clock;
    }

    /**
     * Refuses.
     *
     * @param until last day of a settlement on the way; null where it is none
     */
    Mono<RefusalStatement> refuse(
            Registration visit, Scope scope, @Nullable LocalDate until, Key key, Refusal refusal) {
        Mono<RefusalStatement> statement =
                describeRefusal.describe(refusal, visit.insuredRegion(), visit.careRegion(), visit.institution());
        return Mono.zip(statement, knownCopies.of(visit.person(), visit.institution()))
                .flatMap(told -> {
                    RefusedSettlement refused = refused(visit, scope, until, key, refusal, told.getT1(), told.getT2());
                    return refusals.record(refused)
                            .doOnSuccess(_ -> report(visit, refusal))
                            .thenReturn(told.getT1());
                });
    }

    private void report(Registration visit, Refusal refusal) {
        meters.refused(SettlingDoor.SETTLEMENT, visit, refusal.reason());
        relay.run();
    }

    private RefusedSettlement refused(
            Registration visit,
            Scope scope,
            @Nullable LocalDate until,
            Key key,
            Refusal refusal,
            RefusalStatement statement,
            DecidingCopies known) {
        return new RefusedSettlement(
                visit.person(),
                visit.id(),
                scope,
                until,
                visit.institution(),
                visit.insuredRegion(),
                visit.careRegion(),
                visit.serviceType(),
                visit.startedOn(),
                refusal,
                statement.responsible(),
                known,
                key.hash(),
                clock.instant());
    }
}
