package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.direct.PreparedBill.NotPrepared;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.eligibility.CheckEligibility;
import io.crosscare.settlement.eligibility.model.Eligibility.Eligible;
import io.crosscare.settlement.eligibility.model.Eligibility.Refused;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FiledCare;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.RefusalReason;
import io.crosscare.settlement.policy.PolicyPacks;
import io.crosscare.settlement.policy.PublishedPolicy;
import io.crosscare.settlement.visit.VisitProblems;
import io.crosscare.settlement.visit.Visits;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Turns a scope of a visit into a bill with everything that is decided about it before the chain is looked at: eligibility,
 * circumstances, policy, catalogue. Changes nothing.
 */
public final class PrepareBill {

    private static final int SALT_BYTES = 16;
    private static final Wording CATALOGUE_MISSING =
            new Wording("系统缺少当日适用的医保目录", "The catalogue that applies on that day is not published here");

    private final Visits visits;
    private final CheckEligibility eligibility;
    private final PolicyPacks policies;
    private final Catalogues catalogues;
    private final RandomIds random;

    public PrepareBill(
            Visits visits,
            CheckEligibility eligibility,
            PolicyPacks policies,
            Catalogues catalogues,
            RandomIds random) {
        this.visits = visits;
        this.eligibility = eligibility;
        this.policies = policies;
        this.catalogues = catalogues;
        this.random = random;
    }

    /** The bill, or the first refusal in order of precedence. */
    Mono<PreparedBill> prepare(Visit visit, Scope scope, boolean usesPersonalAccount) {
        return visits.lines(visit)
                .map(lines -> linesIn(visit, lines, scope))
                .flatMap(lines -> prepare(visit.registration(), lines, usesPersonalAccount));
    }

    private Mono<PreparedBill> prepare(Registration visit, List<FeeLine> lines, boolean usesPersonalAccount) {
        Days days = Days.of(visit, lines);
        LocalDate decidingDay = visit.isStay() ? visit.startedOn() : days.from();
        EligibilityQuestion question = new EligibilityQuestion(
                visit.person(),
                visit.insuredRegion(),
                visit.institution(),
                visit.serviceType(),
                visit.cardKind(),
                decidingDay,
                visit.endedOn());
        return eligibility.check(question).flatMap(answer -> switch (answer) {
            case Refused refused -> Mono.just(new NotPrepared(refused.refusal()));
            case Eligible eligible -> priced(visit, lines, days, usesPersonalAccount, eligible, decidingDay);
        });
    }

    private Mono<PreparedBill> priced(
            Registration visit,
            List<FeeLine> lines,
            Days days,
            boolean usesPersonalAccount,
            Eligible eligible,
            LocalDate decidingDay) {
        InstitutionLevel level = eligible.institution().level();
        return policies.find(visit.insuredRegion(), eligible.person().personType(), days.to())
                .flatMap(policy -> {
                    if (!policy.pack().services().containsKey(visit.serviceType())) {
                        return refused(Refusal.of(RefusalReason.SERVICE_NOT_COVERED, days.to()));
                    }
                    return level == null
                            ? refused(levelUnknown(decidingDay))
                            : priced(
                                    new Bill(circumstances(visit, level, days, usesPersonalAccount, eligible), lines),
                                    eligible,
                                    policy);
                })
                .switchIfEmpty(Mono.defer(() -> refused(
                        level == null
                                ? levelUnknown(decidingDay)
                                : Refusal.of(RefusalReason.POLICY_MISSING, days.to()))));
    }

    private Mono<PreparedBill> priced(Bill bill, Eligible eligible, PublishedPolicy policy) {
        Circumstances circumstances = bill.circumstances();
        LocalDate lastDay = circumstances.serviceTo();
        return catalogues
                .find(policy.pack().catalogueRegionFor(circumstances), lastDay)
                .<PreparedBill>map(catalogue -> ready(bill, eligible.filing(), policy, catalogue))
                .switchIfEmpty(Mono.defer(
                        () -> refused(Refusal.of(RefusalReason.POLICY_MISSING, CATALOGUE_MISSING, lastDay))));
    }

    private static Mono<PreparedBill> refused(Refusal refusal) {
        return Mono.just(new NotPrepared(refusal));
    }

    private static Refusal levelUnknown(LocalDate decidingDay) {
        return Refusal.of(RefusalReason.INSTITUTION_LEVEL_UNKNOWN, decidingDay);
    }

    private Ready ready(Bill bill, Optional<FiledCare> filed, PublishedPolicy policy, PublishedCatalogue catalogue) {
        Optional<FilingFacts> filing = filed.map(FiledCare::filing);
        FrozenBill frozen = new FrozenBill(
                HexFormat.of().formatHex(random.bytes(SALT_BYTES)),
                bill,
                filing.map(FilingFacts::id).orElse(null),
                filing.map(FilingFacts::category).orElse(null),
                filed.map(FiledCare::decidedOn).orElse(null),
                policy.hash(),
                catalogue.hash());
        return new Ready(frozen, policy, catalogue);
    }

    private static Circumstances circumstances(
            Registration visit, InstitutionLevel level, Days days, boolean usesPersonalAccount, Eligible eligible) {
        boolean isOnSchoolYear = eligible.person().isOnSchoolYear();
        return new Circumstances(
                visit.insuredRegion(),
                eligible.institution().region(),
                eligible.person().plan(),
                eligible.person().personType(),
                isOnSchoolYear ? BenefitYear.SCHOOL : BenefitYear.CALENDAR,
                visit.serviceType(),
                level,
                eligible.trip(),
                eligible.destinationType(),
                specialTreatment(visit, eligible.filing().map(FiledCare::filing)),
                usesPersonalAccount,
                days.from(),
                days.to());
    }

    /** What the hospital says of this visit goes before what the filing was made for. */
    private static @Nullable String specialTreatment(Registration visit, Optional<FilingFacts> filing) {
        String declared = visit.specialTreatment();
        return declared == null ? filing.map(FilingFacts::specialTreatment).orElse(null) : declared;
    }

    private static List<FeeLine> linesIn(Visit visit, List<VisitLine> lines, Scope scope) {
        List<FeeLine> found = lines.stream()
                .filter(line -> switch (scope) {
                    case Scope.Batch batch -> line.batch().equals(batch.name());
                    case Scope.Discharge _ -> true;
                })
                .map(VisitLine::line)
                .toList();
        if (found.isEmpty()) {
            throw VisitProblems.conflict(visit, Text.of("没有可结算的费用明细", "there are no fee lines to settle"));
        }
        return found;
    }

    /** First and last day of the care: of a stay admission and discharge, else of the lines. */
    private record Days(LocalDate from, LocalDate to) {

        static Days of(Registration visit, List<FeeLine> lines) {
            LocalDate first = lines.stream()
                    .map(FeeLine::serviceDate)
                    .min(LocalDate::compareTo)
                    .orElse(visit.startedOn());
            LocalDate last = lines.stream()
                    .map(FeeLine::serviceDate)
                    .max(LocalDate::compareTo)
                    .orElse(visit.startedOn());
            LocalDate discharge = visit.endedOn();
            return visit.isStay()
                    ? new Days(visit.startedOn(), discharge == null ? last : discharge)
                    : new Days(first, last);
        }
    }
}
