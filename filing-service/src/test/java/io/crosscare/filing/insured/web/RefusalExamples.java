package io.crosscare.filing.insured.web;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.model.Applications;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.LodgerKind;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import io.crosscare.filing.refusal.Refusal;
import io.crosscare.filing.refusal.RefusalReason;
import io.crosscare.filing.refusal.Refusals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** One refusal of each reason, as the doors word it. */
public final class RefusalExamples {

    private static final RegionCode ZHENJIANG = new RegionCode("321100");
    private static final LocalDate DAY = LocalDate.of(2019, 9, 10);

    private RefusalExamples() {}

    public static Map<String, ProblemException> all() {
        Refusals refusals = new Refusals(new OneAgency(), new SimpleMeterRegistry());
        Map<String, ProblemException> all = new LinkedHashMap<>();
        Arrays.stream(RefusalReason.values())
                .forEach(reason -> all.put(reason.name(), problemOf(refusals, refusalOf(reason))));
        return all;
    }

    /** More of {@code FILING_NOT_ELIGIBLE}, so that every member of such a refusal is met. */
    public static List<ProblemException> others() {
        RegionRules rules = FilingRulesPack.load("/filing-rules.json").require(ZHENJIANG);
        Residence justArrived = new Residence(ResidenceGround.LIVING, DAY, null);
        Particulars resident = People.of(ZHENJIANG, InsurancePlan.RESIDENT, PersonType.RESIDENT, ZHENJIANG);
        Refusals refusals = new Refusals(new OneAgency(), new SimpleMeterRegistry());
        return Stream.of(
                        Applications.decide(rules, resident, FilingCategory.POSTED_WORKER, DAY, null),
                        Applications.decide(
                                rules,
                                People.retiree(),
                                FilingCategory.TRANSFER,
                                DAY,
                                LodgerKind.PERSON,
                                FilingChannel.WEBSITE,
                                StatedFacts.NONE),
                        Applications.decide(
                                rules,
                                People.retiree(),
                                FilingCategory.LONG_TERM_RESIDENT,
                                DAY,
                                LodgerKind.AGENCY,
                                FilingChannel.COUNTER,
                                new StatedFacts(justArrived, null, null, null, null)),
                        Applications.decide(rules, People.retiree(), FilingCategory.TRANSFER, DAY, DAY.plusYears(2)),
                        new Decision.PromiseLocked(rules.populations(), DAY))
                .map(decision -> FilingRefusals.of((Decision.Refused) decision, ZHENJIANG, DAY))
                .map(refusal -> problemOf(refusals, refusal))
                .toList();
    }

    private static Refusal refusalOf(RefusalReason reason) {
        return switch (reason) {
            case PERSON_UNKNOWN -> LookUpController.personUnknown(ZHENJIANG, DAY);
            case IDENTITY_MISMATCH -> LookUpController.identityMismatch(ZHENJIANG, DAY);
            case FILING_NOT_ELIGIBLE -> notEligible();
        };
    }

    /** A retired person asks to be filed as a posted worker. */
    private static Refusal notEligible() {
        Decision decision = Applications.decide(
                FilingRulesPack.load("/filing-rules.json").require(ZHENJIANG),
                People.retiree(),
                FilingCategory.POSTED_WORKER,
                DAY,
                null);
        return FilingRefusals.of((Decision.Refused) decision, ZHENJIANG, DAY);
    }

    private static ProblemException problemOf(Refusals refusals, Refusal refusal) {
        return refusals.refuse(refusal)
                .cast(ProblemException.class)
                .onErrorResume(ProblemException.class, Mono::just)
                .blockOptional()
                .orElseThrow();
    }

    /** Zhenjiang's agency, as the registry publishes it. */
    private record OneAgency() implements Agencies {

        @Override
        public Mono<Agency> find(RegionCode region) {
            return Mono.just(new Agency(ZHENJIANG, "镇江市医疗保险基金管理中心", "0511-85340390", 1));
        }

        @Override
        public Mono<Void> keep(Agency agency) {
            return Mono.error(new IllegalStateException("nothing is kept here"));
        }
    }
}
