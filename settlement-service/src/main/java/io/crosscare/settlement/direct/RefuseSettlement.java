package io.crosscare.settlement.direct;

import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Clock;
import reactor.core.publisher.Mono;

/** Stores a refusal, has it published, and says who can mend it. The caller's key stays free. */
public final class RefuseSettlement {

    private static final String DOOR = "settlement";

    private final Refusals refusals;
    private final DescribeRefusal describeRefusal;
    private final SettlementMeters meters;
    private final Runnable relay;
    private final Clock clock;

    /**
     * Refuses.
     *
     * @param relay told when there is something to publish
     */
    public RefuseSettlement(
            Refusals refusals, DescribeRefusal describeRefusal, SettlementMeters meters, Runnable relay, Clock clock) {
        this.refusals = refusals;
        this.describeRefusal = describeRefusal;
        this.meters = meters;
        this.relay = relay;
        this.clock = clock;
    }

    Mono<RefusalStatement> refuse(Registration visit, Key key, Refusal refusal) {
        RefusedSettlement refused = new RefusedSettlement(
                visit.person(),
                visit.id(),
                visit.institution(),
                visit.insuredRegion(),
                visit.careRegion(),
                visit.serviceType(),
                visit.startedOn(),
                refusal.reason(),
                refusal.decidedOn(),
                key.hash(),
                clock.instant());
        return refusals.record(refused)
                .doOnSuccess(_ -> {
                    meters.refused(DOOR, refusal.reason());
                    relay.run();
                })
                .then(Mono.defer(() -> describeRefusal.describe(
                        refusal, visit.insuredRegion(), visit.careRegion(), visit.institution())));
    }
}
