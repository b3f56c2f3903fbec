package io.crosscare.settlement.direct;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.BenefitYear;
import io.crosscare.settlement.benefit.model.Bill;
import io.crosscare.settlement.benefit.model.Circumstances;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.Trip;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.catalogue.Catalogues;
import io.crosscare.settlement.catalogue.PublishedCatalogue;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import io.crosscare.settlement.direct.PreparedBill.NotPrepared;
import io.crosscare.settlement.direct.PreparedBill.Ready;
import io.crosscare.settlement.direct.model.FrozenBill;
import io.crosscare.settlement.direct.model.SettledParts;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Turns a scope of a visit into a bill with everything that is decided about it before the chain is looked at: eligibility,
 * circumstances, policy, catalogue. Changes nothing.
 */
public final class PrepareBill {

    private static final int SALT_BYTES = 16;
    private static final Wording CATALOGUE_MISSING =
            new Wording("系统缺少当日适用的医保目录", "The catalogue that applies on that day is not published here");

    private static final Text NO_LINES = Text.of("没有可结算的费用明细", "there are no fee lines to settle");
    private static final Text NO_BATCH = Text.of("该就诊没有这个批次的费用明细", "the visit has no such batch of fee lines");

    private final Visits visits;
    private final Chain chain;
    private final CheckEligibility eligibility;
    private final PolicyPacks policies;
    private final Catalogues catalogues;
    private final RandomIds random;

    public PrepareBill(
            Visits visits,
            Chain chain,
            CheckEligibility eligibility,
            PolicyPacks policies,
            Catalogues catalogues,
            RandomIds random) {
        this.visits = visits;
        this.chain = chain;
        this.eligibility = eligibility;
        this.policies = policies;
        this.catalogues = catalogues;
        this.random = random;
    }

    /**
     * The bill, or the first refusal in order of precedence.
     *
     * @param until last day of a settlement on the way; null where it is none
     */
    Mono<PreparedBill> prepare(Visit visit, Scope scope, @Nullable LocalDate until, boolean usesPersonalAccount) {
        return Mono.zip(visits.chunks(visit), partsOf(visit)).flatMap(found -> {
            List<FeeLine> lines = linesIn(visit, found.getT1(), scope, until);
            return prepare(new Part(visit.registration(), lines, until, found.getT2()), usesPersonalAccount);
        });
    }

    /** What the settlements of a stay have come to; an undone one that the visit still names is none. */
    private Mono<SettledParts> partsOf(Visit visit) {
        if (!visit.registration().isStay()) {
            return Mono.just(SettledParts.NONE);
        }
        return Flux.fromIterable(visit.fees().settlements())
                .concatMap(chain::lastOf)
                .ofType(Settlement.class)
                .collectList()
                .map(SettledParts::new);
    }

    /**
     * What of a visit is to be settled.
     *
     * @param until last day of a settlement on the way; null where it is none
     * @param before what was settled of the same stay
     */
    private record Part(
            Registration visit,
            List<FeeLine> lines,
            @Nullable LocalDate until,
            SettledParts before) {

        private Part {
            lines = List.copyOf(lines);
        }
    }

    private Mono<PreparedBill> prepare(Part part, boolean usesPersonalAccount) {
        Registration visit = part.visit();
        Days days = Days.of(part);
        LocalDate decidingDay = visit.isStay() ? visit.startedOn() : days.from();
        EligibilityQuestion question = new EligibilityQuestion(
                visit.person(),
                visit.insuredRegion(),
                visit.institution(),
                visit.serviceType(),
                visit.cardKind(),
                decidingDay,
                part.until() == null ? visit.endedOn() : part.until());
        return eligibility.check(question).flatMap(answer -> switch (answer) {
            case Refused refused -> Mono.just(new NotPrepared(refused.refusal()));
            case Eligible eligible -> priced(part, days, usesPersonalAccount, eligible, decidingDay);
        });
    }

    private Mono<PreparedBill> priced(
            Part part, Days days, boolean usesPersonalAccount, Eligible eligible, LocalDate decidingDay) {
        Registration visit = part.visit();
        InstitutionLevel level = eligible.institution().level();
        return policies.find(visit.insuredRegion(), eligible.person().personType(), days.to())
                .flatMap(policy -> {
                    if (!policy.pack().services().containsKey(visit.serviceType())) {
                        return refused(Refusal.of(RefusalReason.SERVICE_NOT_COVERED, days.to()));
                    }
                    return level == null
                            ? refused(levelUnknown(decidingDay))
                            : priced(
                                    new Bill(
                                            circumstances(visit, level, days, usesPersonalAccount, eligible)
                                                    .continuing(part.before().continued()),
                                            part.lines()),
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
        if (bill.isOfCategories()) {
            return Mono.just(ready(bill, eligible.filing(), policy, PublishedCatalogue.OF_THE_CARE_REGION));
        }
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
        return new Ready(frozen, policy, catalogue, doubtsOf(bill.circumstances(), filing));
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

    /** A transfer's treatment is confirmed by the insured region, on the filing (domain.md §2.1 no. 11). */
    private static Set<SettlementFlag> doubtsOf(Circumstances care, Optional<FilingFacts> filing) {
        String treatment = care.specialTreatment();
        if (treatment == null || care.trip() != Trip.TRANSFER) {
            return Set.of();
        }
        return filing.map(FilingFacts::specialTreatment)
                .map(confirmed -> confirmed.equals(treatment)
                        ? Set.<SettlementFlag>of()
                        : Set.of(SettlementFlag.TREATMENT_NOT_AS_FILED))
                .orElse(Set.of(SettlementFlag.TREATMENT_UNCONFIRMED));
    }

    private static List<FeeLine> linesIn(
            Visit visit, Map<String, List<VisitLine>> chunks, Scope scope, @Nullable LocalDate until) {
        List<FeeLine> found = chunks.entrySet().stream()
                .flatMap(chunk -> chunk.getValue().stream().filter(line -> switch (scope) {
                    case Scope.Batch batch -> line.batch().equals(batch.name());
                    case Scope.Discharge _ -> visit.fees().isFree(chunk.getKey(), line);
                    case Scope.Interim _ ->
                        visit.fees().isFree(chunk.getKey(), line)
                                && (until == null || !line.line().serviceDate().isAfter(until));
                }))
                .map(VisitLine::line)
                .sorted(Comparator.comparingInt(FeeLine::lineNumber))
                .toList();
        if (found.isEmpty()) {
            throw nothingIn(visit, scope);
        }
        return found;
    }

    private static ProblemException nothingIn(Visit visit, Scope scope) {
        boolean hasOtherBatches = visit.fees().lineCount() > 0;
        return switch (scope) {
            case Scope.Batch _ ->
                VisitProblems.conflict(visit, hasOtherBatches ? NO_BATCH : NO_LINES)
                        .with("field", "batch");
            case Scope.Interim _ -> VisitProblems.conflict(visit, NO_LINES).with("field", "until");
            case Scope.Discharge _ -> VisitProblems.conflict(visit, NO_LINES);
        };
    }

    /**
     * First and last day of the care: of a stay admission and discharge, else of the lines. What is settled on the way ends on the
     * day it is settled up to, and what follows it begins the day after, or with an earlier line that came late.
     */
    private record Days(LocalDate from, LocalDate to) {

        static Days of(Part part) {
            Registration visit = part.visit();
            LocalDate first = dayOf(part, Collections::min);
            LocalDate last = dayOf(part, Collections::max);
            if (!visit.isStay()) {
                return new Days(first, last);
            }
            LocalDate end = part.until() == null ? visit.endedOn() : part.until();
            LocalDate to = end == null ? last : end;
            LocalDate begun = part.before().continuesOn().orElse(visit.startedOn());
            return new Days(begun.isAfter(first) ? first : begun, to);
        }

        private static LocalDate dayOf(Part part, Function<List<LocalDate>, LocalDate> choice) {
            return choice.apply(part.lines().stream().map(FeeLine::serviceDate).toList());
        }
    }
}
