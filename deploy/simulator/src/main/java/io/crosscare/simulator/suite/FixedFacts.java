package io.crosscare.simulator.suite;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.InstitutionLevel;
import io.crosscare.settlement.benefit.model.InsurancePlan;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.eligibility.Owners;
import io.crosscare.settlement.eligibility.ReadModels;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.Connectivity;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.CopiedRecord;
import io.crosscare.settlement.eligibility.model.Direction;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import io.crosscare.settlement.eligibility.model.EligibilityQuestion;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.FilingWindow;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.RegionScope;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Retired people of Zhenjiang with a filing for Shanghai: everybody who asks may be settled, and no owner need be asked. */
final class FixedFacts implements ReadModels, Owners {

    static final RegionCode INSURED_REGION = new RegionCode("321100");
    static final RegionCode CARE_REGION = new RegionCode("310000");
    static final InstitutionCode INSTITUTION = new InstitutionCode("H31000000001");
    static final LocalDate DAY = LocalDate.of(2019, 9, 10);

    private static final Connectivity CONNECTIVITY = new Connectivity(List.of(new ConnectivityRow(
            "outpatients",
            RegionScope.parse("321100"),
            RegionScope.parse("310000"),
            Set.of(ServiceType.OUTPATIENT),
            Set.of(InsurancePlan.EMPLOYEE),
            Direction.OUTBOUND,
            null,
            "OPEN",
            1)));

    private static final InstitutionFacts HOSPITAL = new InstitutionFacts(
            INSTITUTION,
            "模拟医院",
            CARE_REGION,
            InstitutionLevel.L3,
            "OPEN",
            List.of(new InstitutionFacts.Capability(
                    "SIMULATED",
                    Set.of(ServiceType.OUTPATIENT),
                    Direction.INBOUND,
                    RegionScope.parse("*"),
                    null,
                    null)),
            1);

    @Override
    public Mono<PersonFacts> person(PersonId id) {
        return Mono.just(new PersonFacts(
                id,
                INSURED_REGION,
                InsurancePlan.EMPLOYEE,
                PersonType.RETIRED,
                "ACTIVE",
                false,
                List.of(new PersonFacts.Card(CardKind.PROVINCIAL_CARD, INSURED_REGION, "ACTIVE")),
                List.of(),
                1));
    }

    @Override
    public Flux<FilingFacts> filings(PersonId person) {
        return Flux.just(new FilingFacts(
                "f" + "a".repeat(26),
                person,
                CARE_REGION,
                "LONG_TERM_RESIDENT",
                LocalDate.of(2019, 5, 1),
                null,
                "EFFECTIVE",
                null,
                1));
    }

    @Override
    public Mono<InstitutionFacts> institution(InstitutionCode code) {
        return Mono.just(HOSPITAL);
    }

    @Override
    public Mono<Connectivity> connectivity() {
        return Mono.just(CONNECTIVITY);
    }

    @Override
    public Mono<AgencyFacts> agency(RegionCode region) {
        return Mono.empty();
    }

    @Override
    public Mono<UploadFacts> upload(String filingId) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> isFresh(Owner owner) {
        return Mono.just(true);
    }

    @Override
    public Mono<Void> keep(CopiedRecord record) {
        return Mono.empty();
    }

    @Override
    public Mono<CareSide> careSide(EligibilityQuestion question) {
        return silence();
    }

    @Override
    public Mono<InsuredSide> insuredSide(EligibilityQuestion question, RegionCode careRegion, FilingWindow window) {
        return silence();
    }

    private static <T> Mono<T> silence() {
        return Mono.error(() -> ProblemException.peerUnavailable("simulated", Duration.ofSeconds(1), null));
    }
}
