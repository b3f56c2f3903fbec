package io.crosscare.filing.lodging;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.FilingActs.Act;
import io.crosscare.filing.lodging.FilingActs.Step;
import io.crosscare.filing.lodging.Filings.Receipt;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingTerms;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The agency of the insured region changes a filing (变更备案). Another last day or treatment is a new version of it; another
 * place or category is another filing from a day on, and this one speaks for the days before. Settlements made stay as they
 * are.
 */
public final class ChangeFiling {

    static final Text BEFORE_IT_BEGINS = Text.of(
            "截止日期不得早于备案起始日，不再需要的请撤销", "The last day is not before the first; to end it altogether, withdraw it");

    private final FilingActs acts;
    private final ReplaceFiling replacing;
    private final Filings filings;
    private final FilingRules rules;
    private final Receipts receipts;
    private final Clock clock;

    public ChangeFiling(
            FilingActs acts,
            ReplaceFiling replacing,
            Filings filings,
            FilingRules rules,
            Receipts receipts,
            Clock clock) {
        this.acts = acts;
        this.replacing = replacing;
        this.filings = filings;
        this.rules = rules;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** The filing as it stands, or the one that took its place. */
    public Mono<ActOutcome> change(FilingId id, ChangeFilingCommand command, Caller.Agency agency, IdempotencyKey key) {
        Receipt receipt = receipts.ofAct(agency, key, id, command.content());
        return command.isReplacement()
                ? replacing.replace(id, command, agency, receipt)
                : acts.carryOut(new Act(
                        id,
                        receipt,
                        filing -> agency.isAgencyOf(filing.terms().insuredRegion()),
                        filing -> decide(filing, command, agency)));
    }

    private Mono<Step> decide(Filing filing, ChangeFilingCommand command, Caller.Agency agency) {
        if (!(filing instanceof Filing.Effective effective)) {
            return Mono.just(Step.no(ActOutcome.NotPossible.of(filing, WithdrawFiling.NOT_IN_FORCE)));
        }
        LocalDate to = command.to();
        return to == null
                ? Mono.just(correctTreatment(effective, command, agency))
                : changeEnd(effective, to, command, agency);
    }

    private Mono<Step> changeEnd(
            Filing.Effective filing, LocalDate to, ChangeFilingCommand command, Caller.Agency agency) {
        FilingTerms terms = filing.terms();
        if (to.isBefore(terms.period().from())) {
            return Mono.just(Step.no(ActOutcome.NotPossible.of(filing, BEFORE_IT_BEGINS)));
        }
        RegionRules region = rules.require(terms.insuredRegion());
        FilingPeriod period = new FilingPeriod(terms.period().from(), to);
        Optional<Decision.Refused> refusal = region.refusalOfChange(filing, ChinaTime.today(clock))
                .or(() -> region.refusalOfPeriod(terms.category(), period));
        if (refusal.isPresent()) {
            return Mono.just(Step.no(new ActOutcome.NotEligible(refusal.get(), region.region())));
        }
        LocalDate firstChangedDay = terms.period().firstDayUnlike(period);
        FilingChange step = new FilingChange(
                FilingChange.Action.CHANGED, clock.instant(), agency.subject(), command.reason(), firstChangedDay);
        Filing changed = filing.changeEnd(period, step);
        boolean isLonger = terms.period().endsBefore(to);
        return filings.rollOf(terms.personId())
                .map(roll -> inTheWayOf(filing, changed.terms(), roll.filings())
                        .map(other -> Step.no(new ActOutcome.Overlapping(other.id())))
                        .orElseGet(() -> new Step.Next(changed, isLonger ? roll.nextNumber() : null)));
    }

    private static Optional<Filing> inTheWayOf(Filing filing, FilingTerms changed, List<Filing> all) {
        return all.stream()
                .filter(other -> !other.id().equals(filing.id()))
                .filter(Filing::isInTheWay)
                .filter(other -> other.terms().overlaps(changed))
                .findFirst();
    }

    /** What the agency says is confirmed. Settlements made under the old one are corrected one by one, not here. */
    private Step correctTreatment(Filing.Effective filing, ChangeFilingCommand command, Caller.Agency agency) {
        RegionRules region = rules.require(filing.terms().insuredRegion());
        SpecialTreatment before = filing.content().treatment();
        String followUpOf = before == null ? null : before.followUpOf();
        SpecialTreatment corrected = SpecialTreatment.declared(command.requireTreatment(), followUpOf)
                .confirmed(command.requireTreatment());
        FilingChange step = new FilingChange(
                FilingChange.Action.TREATMENT_CONFIRMED, clock.instant(), agency.subject(), command.reason());
        return region.refusalOfTreatment(filing.terms().category(), corrected)
                .map(refused -> Step.no(new ActOutcome.NotEligible(refused, region.region())))
                .orElseGet(() -> new Step.Next(filing.decideTreatment(corrected, step)));
    }
}
