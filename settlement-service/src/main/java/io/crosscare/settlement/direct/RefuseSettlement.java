package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.model.DecidingCopies;
import io.crosscare.settlement.direct.model.DecidingCopies.FilingVersion;
import io.crosscare.settlement.direct.model.RefusedSettlement;
import io.crosscare.settlement.eligibility.DescribeRefusal;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.RefusalStatement;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.visit.model.Registration;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Stores a refusal with who can mend it and what was known, has it published, and says it. The caller's key stays free.
 */
public final class RefuseSettlement {

    private final Refusals refusals;
    private final DescribeRefusal describeRefusal;
    private final ReadModels copies;
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
        this.copies = copies;
        this.meters = meters;
        this.relay = relay;
        this.clock = clock;
    }

    Mono<RefusalStatement> refuse(Registration visit, Scope scope, Key key, Refusal refusal) {
        Mono<RefusalStatement> statement =
                describeRefusal.describe(refusal, visit.insuredRegion(), visit.careRegion(), visit.institution());
        return Mono.zip(statement, copiesOf(visit.person(), visit.institution()))
                .flatMap(told -> {
                    RefusedSettlement refused = refused(visit, scope, key, refusal, told.getT1(), told.getT2());
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
            Key key,
            Refusal refusal,
            RefusalStatement statement,
            DecidingCopies known) {
        return new RefusedSettlement(
                visit.person(),
                visit.id(),
                scope,
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

    /** As they are just after the decision, which has renewed what it asked for. */
    private Mono<DecidingCopies> copiesOf(PersonId person, InstitutionCode institution) {
        return Mono.zip(
                        optional(copies.institution(institution)),
                        optional(copies.person(person)),
                        copies.filings(person).collectList())
                .map(known -> copies(known.getT1(), known.getT2(), known.getT3()));
    }

    private static DecidingCopies copies(
            Optional<InstitutionFacts> institution, Optional<PersonFacts> person, List<FilingFacts> filings) {
        List<FilingVersion> latest = filings.stream()
                .sorted(Comparator.comparing(FilingFacts::effectiveFrom)
                        .reversed()
                        .thenComparing(FilingFacts::id))
                .limit(DecidingCopies.FILINGS_MAX)
                .map(filing -> new FilingVersion(filing.id(), filing.version()))
                .toList();
        return new DecidingCopies(
                person.map(PersonFacts::plan).orElse(null),
                institution.map(InstitutionFacts::version).orElse(null),
                person.map(PersonFacts::version).orElse(null),
                latest);
    }

    private static <T> Mono<Optional<T>> optional(Mono<T> value) {
        return value.map(Optional::of).defaultIfEmpty(Optional.empty());
    }
}
