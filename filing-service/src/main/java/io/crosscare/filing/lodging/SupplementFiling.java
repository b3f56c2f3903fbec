package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.FilingActs.Act;
import io.crosscare.filing.lodging.FilingActs.Step;
import io.crosscare.filing.lodging.model.Application;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.FactName;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.StatedFacts;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The agency takes in the papers that were promised (承诺补充), also after the day they were due. */
public final class SupplementFiling {

    private static final Text NOTHING_PROMISED = Text.of("该备案没有待补充的承诺", "The filing has no promise to be kept");

    private final FilingActs acts;
    private final InsuredPersons persons;
    private final FilingRules rules;
    private final InstitutionLevels levels;
    private final Receipts receipts;
    private final Clock clock;

    public SupplementFiling(
            FilingActs acts,
            InsuredPersons persons,
            FilingRules rules,
            InstitutionLevels levels,
            Receipts receipts,
            Clock clock) {
        this.acts = acts;
        this.persons = persons;
        this.rules = rules;
        this.levels = levels;
        this.receipts = receipts;
        this.clock = clock;
    }

    /**
     * Takes them in.
     *
     * @param facts what the papers say; what is left out the agency vouches for
     */
    public Mono<ActOutcome> supplement(
            FilingId id, StatedFacts facts, String reason, Caller.Agency agency, IdempotencyKey key) {
        String content = RequestContent.of("supplement", facts, reason);
        return acts.carryOut(new Act(
                id,
                receipts.ofAct(agency, key, id, content),
                filing -> agency.isAgencyOf(filing.terms().insuredRegion()),
                filing -> decide(
                        filing,
                        facts,
                        new FilingChange(
                                FilingChange.Action.SUPPLEMENTED, clock.instant(), agency.subject(), reason))));
    }

    private Mono<Step> decide(Filing filing, StatedFacts facts, FilingChange step) {
        Promise promise = filing.content().promise();
        if (!(filing instanceof Filing.Effective effective) || promise == null || !promise.isOpen()) {
            return Mono.just(Step.no(ActOutcome.NotPossible.of(filing, NOTHING_PROMISED)));
        }
        return persons.find(filing.terms().personId())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("a filing of nobody")))
                .flatMap(person -> {
                    StatedFacts all = facts.orElse(effective.content().basis().facts());
                    return levels.ofReferral(all)
                            .map(level -> decide(effective, person, all, level.orElse(null), step));
                });
    }

    /**
     * The conditions count as of the first day of the filing, with the facts as they are known now. Who files on a promise is
     * about to go there (Z 办理流程 二(三)), so no time away is asked for.
     */
    private Step decide(
            Filing.Effective filing,
            InsuredPerson person,
            StatedFacts all,
            @Nullable InstitutionLevel registeredLevel,
            FilingChange step) {
        RegionRules region = rules.require(filing.terms().insuredRegion());
        Application application = applicationOf(filing.terms(), person, all, registeredLevel);
        Optional<Decision.ConditionNotMet> lack = region.lackOf(application);
        if (lack.isEmpty() && !region.knowsMaterialsOf(all)) {
            return Step.no(new ActOutcome.MaterialUnknown());
        }
        Set<FactName> vouchedFor = region.vouchedFor(application);
        return lack.map(refused -> Step.no(new ActOutcome.NotEligible(refused, region.region())))
                .orElseGet(
                        () -> new Step.Next(filing.supplement(all, vouchedFor, all.isAtLevel(registeredLevel), step)));
    }

    private static Application applicationOf(
            FilingTerms terms, InsuredPerson person, StatedFacts facts, @Nullable InstitutionLevel registeredLevel) {
        return new Application(
                person.particulars(),
                terms.category(),
                terms.careRegion(),
                terms.period().from(),
                terms.period().to(),
                terms.channel(),
                LodgerKind.AGENCY,
                facts,
                registeredLevel,
                true);
    }
}
