package io.crosscare.settlement.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.DestinationType;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.benefit.model.Trip;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.Facts;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.CareSide;
import io.crosscare.settlement.eligibility.model.EligibilityFacts.InsuredSide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of eligibility, one row per clause; the golden rejects R01 to R07 among them. */
class DecideEligibilityTest {

    private static final LocalDate DAY = LocalDate.of(2019, 9, 10);
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 20);

    private final DecideEligibility rules = new DecideEligibility(Facts.READINGS);

    @ParameterizedTest
    @CsvSource({
        // id, insured, person, card, filed for, care region, day, expected
        "R01, 320100, RESIDENT, PROVINCIAL_CARD, 310000, 310000, 2019-11-05, SERVICE_NOT_OPEN_FOR_CATEGORY",
        "R02, 320100, ACTIVE, PROVINCIAL_CARD, 330400, 330400, 2019-10-27, NOT_CONNECTED_ON_DATE",
        "R03, 320100, ACTIVE, PROVINCIAL_CARD, 310000, 310000, 2019-04-17, NOT_CONNECTED_ON_DATE",
        "R04, 320100, ACTIVE, PROVINCIAL_CARD, 330100, 330100, 2019-11-05, REGIONS_NOT_CONNECTED",
        "R05, 320100, ACTIVE, PROVINCIAL_CARD, , 310000, 2019-11-05, NO_FILING",
        "R06, 320100, ACTIVE, CITY_CITIZEN_CARD, 310000, 310000, 2019-11-05, CARD_NOT_ACCEPTED",
        "R07, 321100, ACTIVE, PROVINCIAL_CARD, 330400, 330400, 2019-11-05, REGIONS_NOT_CONNECTED",
        "N Q1, 320100, ACTIVE, PROVINCIAL_CARD, 310000, 310000, 2019-04-18, ",
        "N 长三角, 320100, ACTIVE, PROVINCIAL_CARD, 330400, 330400, 2019-10-28, ",
        "Z 五.2, 321100, RESIDENT, PROVINCIAL_CARD, 310000, 310000, 2019-09-10, ",
        "Z 五.2, 321100, RETIRED_CADRE, PROVINCIAL_CARD, 310000, 310000, 2019-09-10, ",
        "Z 五.2, 321100, RETIRED, PROVINCIAL_CARD, 320500, 320500, 2019-09-10, ",
    })
    void decidesByRegionPlanCardAndDay(
            String source,
            String insured,
            PersonType type,
            CardKind card,
            @Nullable String filedFor,
            String care,
            LocalDate day,
            @Nullable RefusalReason expected) {
        RegionCode insuredRegion = new RegionCode(insured);
        RegionCode careRegion = new RegionCode(care);
        List<FilingFacts> filings =
                filedFor == null ? List.of() : List.of(Facts.filing(new RegionCode(filedFor), "2019-01-01", null));

        EligibilityQuestion question = question(insuredRegion, careRegion, ServiceType.OUTPATIENT, card, day);

        Eligibility answer = decide(
                question,
                new EligibilityFacts(
                        careSide(Facts.institution(careRegion)),
                        new InsuredSide(
                                Optional.of(Facts.person(insuredRegion, type, "ACTIVE", card, "ACTIVE")),
                                FilingStanding.of(filings, careRegion, windowOf(question)))));

        assertThat(reasonOf(answer)).as(source).isEqualTo(expected);
    }

    @Test
    void saysOnlyTheFirstOfSeveralReasons() {
        EligibilityQuestion question = question(Facts.ZHENJIANG, Facts.SHANGHAI, ServiceType.OUTPATIENT);
        Optional<InstitutionFacts> closed = Optional.of(Facts.institution(Facts.SHANGHAI, "SUSPENDED", null, "320000"));
        Connectivity later = new Connectivity(
                List.of(Facts.row("321100", "310000", "2020-01-01", "OPEN", Set.of(), ServiceType.OUTPATIENT)));
        Connectivity open = new Connectivity(
                List.of(Facts.row("321100", "310000", null, "OPEN", Set.of(), ServiceType.OUTPATIENT)));
        Optional<InstitutionFacts> good = Optional.of(Facts.institution(Facts.SHANGHAI));
        Optional<PersonFacts> suspended = Optional.of(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED, "SUSPENDED"));
        Optional<PersonFacts> cardless = Optional.of(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED, "ACTIVE"));
        Optional<PersonFacts> lost = Optional.of(
                Facts.person(Facts.ZHENJIANG, PersonType.RETIRED, "ACTIVE", CardKind.PROVINCIAL_CARD, "LOST"));
        Optional<PersonFacts> fit = Optional.of(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED));
        FilingStanding unfiled = FilingStanding.of(List.of(), Facts.SHANGHAI, windowOf(question));

        List<RefusalReason> said = new ArrayList<>();
        said.add(reason(question, Optional.empty(), new Connectivity(List.of()), Optional.empty(), unfiled));
        said.add(reason(question, closed, new Connectivity(List.of()), Optional.empty(), unfiled));
        said.add(reason(question, closed, later, Optional.empty(), unfiled));
        said.add(reason(question, closed, open, Optional.empty(), unfiled));
        said.add(reason(question, good, open, Optional.empty(), unfiled));
        said.add(reason(question, good, open, suspended, unfiled));
        said.add(reason(question, good, open, cardless, unfiled));
        said.add(reason(question, good, open, lost, unfiled));
        said.add(reason(question, good, open, fit, unfiled));
        said.add(reason(question, good, Facts.CONNECTIVITY, fit, unfiled));

        assertThat(said)
                .containsExactly(
                        RefusalReason.INSTITUTION_UNKNOWN,
                        RefusalReason.REGIONS_NOT_CONNECTED,
                        RefusalReason.NOT_CONNECTED_ON_DATE,
                        RefusalReason.INSTITUTION_NOT_CONNECTED,
                        RefusalReason.PERSON_UNKNOWN,
                        RefusalReason.INSURANCE_SUSPENDED,
                        RefusalReason.CARD_NOT_ACCEPTED,
                        RefusalReason.CARD_NOT_ACTIVE,
                        RefusalReason.SERVICE_NOT_OPEN_FOR_CATEGORY,
                        RefusalReason.NO_FILING)
                .isSorted();
    }

    @ParameterizedTest
    @CsvSource({
        // first day, last day, day of care, expected
        "2019-09-10, , 2019-09-10, ",
        "2019-09-11, , 2019-09-10, FILING_NOT_YET_EFFECTIVE",
        "2019-01-01, 2019-09-10, 2019-09-10, ",
        "2019-01-01, 2019-09-09, 2019-09-10, FILING_EXPIRED",
    })
    void countsTheFirstAndTheLastDayOfAFiling(
            LocalDate from, @Nullable LocalDate to, LocalDate day, @Nullable RefusalReason expected) {
        FilingFacts filing = Facts.filing(Facts.SHANGHAI, from.toString(), to == null ? null : to.toString());

        Eligibility answer = decide(List.of(filing), day);

        assertThat(reasonOf(answer)).isEqualTo(expected);
    }

    @Test
    void namesTheDayThatWasMissed() {
        Eligibility answer = decide(List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", "2019-09-09")), DAY);

        assertThat(refusalOf(answer).message().zh()).contains("2019-09-09").hasSizeLessThanOrEqualTo(60);
        assertThat(refusalOf(answer).decidedOn()).isEqualTo(DAY);
    }

    @Test
    void tellsAFilingForAnotherRegionFromNone() {
        assertThat(reasonOf(decide(List.of(Facts.filing(Facts.JIAXING, "2019-01-01", null)), DAY)))
                .isEqualTo(RefusalReason.FILING_FOR_OTHER_REGION);
    }

    @Test
    void ignoresAWithdrawnFiling() {
        FilingFacts filing = Facts.filing(Facts.SHANGHAI, "2019-01-01", null);
        FilingFacts withdrawn = new FilingFacts(
                filing.id(),
                filing.person(),
                filing.careRegion(),
                filing.category(),
                filing.effectiveFrom(),
                null,
                "WITHDRAWN",
                null,
                2);

        assertThat(reasonOf(decide(List.of(withdrawn), DAY))).isEqualTo(RefusalReason.NO_FILING);
    }

    @Test
    void travelsAsTheFilingSays() {
        Eligibility longTerm = decide(List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", null)), DAY);
        Eligibility transfer =
                decide(List.of(Facts.filing(Entries.PERSON, "TRANSFER", Facts.SHANGHAI, "2019-01-01", null)), DAY);

        assertThat(((Eligibility.Eligible) longTerm).trip()).isEqualTo(Trip.LONG_TERM);
        assertThat(((Eligibility.Eligible) transfer).trip()).isEqualTo(Trip.TRANSFER);
        assertThat(((Eligibility.Eligible) transfer).destinationType()).isEqualTo(DestinationType.CROSS_PROVINCE);
    }

    @Test
    void asksNeitherFilingNorConnectivityAtHomeUnlessTheRegionClosesItDuringAFiling() {
        EligibilityQuestion zhenjiang = question(Facts.ZHENJIANG, Facts.ZHENJIANG, ServiceType.OUTPATIENT);
        EligibilityQuestion nanjing = question(Facts.NANJING, Facts.NANJING, ServiceType.OUTPATIENT);
        List<FilingFacts> away = List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", null));

        assertThat(atHome(zhenjiang, List.of())).isNull();
        assertThat(atHome(zhenjiang, away)).isEqualTo(RefusalReason.HOME_CLOSED_DURING_FILING);
        assertThat(atHome(nanjing, away)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2022-12-31, HOME_CLOSED_DURING_FILING", "2023-01-01, "})
    void opensZhenjiangsHomeDuringAFilingFrom2023(LocalDate day, @Nullable RefusalReason expected) {
        EligibilityQuestion question =
                question(Facts.ZHENJIANG, Facts.ZHENJIANG, ServiceType.OUTPATIENT, CardKind.PROVINCIAL_CARD, day);

        assertThat(atHome(question, List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", null))))
                .isEqualTo(expected);
    }

    /** As the registry answers for the same institution and day. */
    @ParameterizedTest
    @CsvSource({
        // care region | suspended from | to | expected
        "321100, 2019-09-10, , INSTITUTION_NOT_CONNECTED",
        "321100, 2019-09-01, 2019-09-10, INSTITUTION_NOT_CONNECTED",
        "321100, 2019-09-11, , ",
        "321100, 2019-09-01, 2019-09-09, ",
        "321100, , , ",
        "310000, 2019-09-10, , INSTITUTION_NOT_CONNECTED",
        "310000, 2019-09-11, , ",
    })
    void settlesNowhereWithASuspendedInstitutionNotEvenAtHome(
            String care, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable RefusalReason expected) {
        RegionCode careRegion = new RegionCode(care);
        EligibilityQuestion question = question(Facts.ZHENJIANG, careRegion, ServiceType.OUTPATIENT);
        InstitutionFacts open = Facts.institution(careRegion);
        InstitutionFacts institution = new InstitutionFacts(
                open.code(),
                open.name(),
                open.region(),
                open.level(),
                open.status(),
                open.capabilities(),
                from == null ? List.of() : List.of(new InstitutionFacts.Suspension(from, to)),
                2);
        List<FilingFacts> filings =
                careRegion.equals(Facts.SHANGHAI) ? List.of(Facts.filing(careRegion, "2019-01-01", null)) : List.of();

        Eligibility answer = decide(
                question,
                new EligibilityFacts(
                        careSide(institution),
                        new InsuredSide(
                                Optional.of(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED)),
                                FilingStanding.of(filings, careRegion, windowOf(question)))));

        assertThat(reasonOf(answer)).isEqualTo(expected);
    }

    @Test
    void findsTheLiveFilingBehindOneThatHasEnded() {
        EligibilityQuestion question = question(Facts.ZHENJIANG, Facts.ZHENJIANG, ServiceType.OUTPATIENT);
        List<FilingFacts> filings = List.of(
                Facts.filing('a', Facts.JIAXING, "2018-01-01", "2018-12-31"),
                Facts.filing('b', Facts.SHANGHAI, "2019-01-01", null));

        assertThat(atHome(question, filings)).isEqualTo(RefusalReason.HOME_CLOSED_DURING_FILING);
        assertThat(atHome(question, filings.reversed())).isEqualTo(RefusalReason.HOME_CLOSED_DURING_FILING);
    }

    /** domain.md §2.1 no. 31: the discharge settlement is on 2024-03-20. */
    @ParameterizedTest
    @CsvSource({
        // admission, discharge, filed from, to, expected, decided on, rule
        "2019-09-10, 2019-09-17, 2019-09-10, 2019-09-10, , 2019-09-10, ADMISSION_DAY",
        "2019-09-10, 2019-09-17, 2019-09-11, , FILING_NOT_YET_EFFECTIVE, 2019-09-10, ADMISSION_DAY",
        "2019-09-10, 2019-09-17, 2019-01-01, 2019-09-09, FILING_EXPIRED, 2019-09-10, ADMISSION_DAY",
        "2022-12-20, 2022-12-31, 2022-12-21, , FILING_NOT_YET_EFFECTIVE, 2022-12-20, ADMISSION_DAY",
        "2022-12-20, 2023-01-01, 2022-12-21, , , 2022-12-21, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, 2024-03-15, 2024-01-01, 2024-03-01, , 2024-03-01, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, 2024-03-15, 2024-03-10, , , 2024-03-10, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, 2024-03-15, 2024-03-20, , , 2024-03-20, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, 2024-03-15, 2024-03-21, , FILING_NOT_YET_EFFECTIVE, 2024-03-20, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, 2024-03-15, 2024-01-01, 2024-02-29, FILING_EXPIRED, 2024-03-01, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, , 2024-03-20, , , 2024-03-20, BEFORE_DISCHARGE_SETTLEMENT",
        "2024-03-01, , , , NO_FILING, 2024-03-20, BEFORE_DISCHARGE_SETTLEMENT",
    })
    void saysWhichDayOfAStayDecided(
            LocalDate admission,
            @Nullable LocalDate discharge,
            @Nullable String from,
            @Nullable String to,
            @Nullable RefusalReason expected,
            LocalDate decidedOn,
            FilingDay rule) {
        EligibilityQuestion stay = new EligibilityQuestion(
                Entries.PERSON,
                Facts.ZHENJIANG,
                Facts.institution(Facts.SHANGHAI).code(),
                ServiceType.INPATIENT,
                CardKind.PROVINCIAL_CARD,
                admission,
                discharge);
        List<FilingFacts> filings = from == null ? List.of() : List.of(Facts.filing(Facts.SHANGHAI, from, to));

        Eligibility answer =
                decide(stay, new EligibilityFacts(careSide(Facts.institution(Facts.SHANGHAI)), filed(filings, stay)));

        assertThat(reasonOf(answer)).isEqualTo(expected);
        switch (answer) {
            case Eligibility.Eligible eligible -> {
                FiledCare filed = eligible.filing().orElseThrow();
                assertThat(filed.decidedOn()).isEqualTo(decidedOn);
                assertThat(filed.rule().rule()).isEqualTo(rule);
            }
            case Eligibility.Refused(Refusal refusal) -> {
                assertThat(refusal.decidedOn()).isEqualTo(decidedOn);
                assertThat(Objects.requireNonNull(refusal.dayRule()).rule()).isEqualTo(rule);
                assertThat(refusal.message().zh()).hasSizeLessThanOrEqualTo(60);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // kind shown, kind held, issued by, state, expected, sentence
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 321100, ACTIVE, , ",
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 321102, ACTIVE, , ",
        "E_CERTIFICATE, E_CERTIFICATE, 321100, ACTIVE, , ",
        "CITY_CITIZEN_CARD, CITY_CITIZEN_CARD, 321100, LOST, CARD_NOT_ACCEPTED, 须用参保地发的省卡",
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 320100, ACTIVE, CARD_NOT_ACCEPTED, 不是参保地发卡机构所发",
        "PROVINCIAL_CARD, E_CERTIFICATE, 321100, ACTIVE, CARD_NOT_ACCEPTED, 没有此类卡",
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 321100, LOST, CARD_NOT_ACTIVE, 已挂失",
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 321100, NOT_ACTIVATED, CARD_NOT_ACTIVE, 尚未激活",
        "PROVINCIAL_CARD, PROVINCIAL_CARD, 321100, STRANGE, CARD_NOT_ACTIVE, 未激活或已挂失",
    })
    void tellsWhatIsWrongWithACard(
            CardKind shown,
            CardKind held,
            String issuedBy,
            String state,
            @Nullable RefusalReason expected,
            @Nullable String sentence) {
        EligibilityQuestion question = question(Facts.ZHENJIANG, Facts.SHANGHAI, ServiceType.OUTPATIENT, shown, DAY);
        PersonFacts person = Facts.person(
                Facts.ZHENJIANG,
                PersonType.RETIRED,
                "ACTIVE",
                new PersonFacts.Card(held, new RegionCode(issuedBy), state));

        Eligibility answer = decide(
                question,
                new EligibilityFacts(
                        careSide(Facts.institution(Facts.SHANGHAI)),
                        new InsuredSide(
                                Optional.of(person),
                                FilingStanding.of(
                                        List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", null)),
                                        Facts.SHANGHAI,
                                        windowOf(question)))));

        assertThat(reasonOf(answer)).isEqualTo(expected);
        if (sentence != null) {
            assertThat(refusalOf(answer).message().zh()).contains(sentence).hasSizeLessThanOrEqualTo(60);
        }
    }

    @Test
    void takesTheCareRegionsWordForPersonsOfARegionThatGaveNone() {
        Connectivity inbound = new Connectivity(List.of(new ConnectivityRow(
                "310000-321100-OUTPATIENT-INBOUND",
                RegionScope.parse("310000"),
                RegionScope.parse("321100"),
                Set.of(ServiceType.OUTPATIENT),
                Set.of(),
                Direction.INBOUND,
                null,
                "OPEN",
                1)));

        assertThat(inbound.decidingRow(Facts.SHANGHAI, Facts.ZHENJIANG, ServiceType.OUTPATIENT))
                .isPresent();
        assertThat(inbound.decidingRow(Facts.NANJING, Facts.ZHENJIANG, ServiceType.OUTPATIENT))
                .isEmpty();
    }

    @Test
    void settlesChronicCareOverTheOutpatientConnection() {
        EligibilityQuestion question = question(Facts.ZHENJIANG, Facts.SHANGHAI, ServiceType.CHRONIC);

        Eligibility answer = decide(
                question,
                new EligibilityFacts(
                        careSide(Facts.institution(Facts.SHANGHAI)),
                        filed(List.of(Facts.filing(Facts.SHANGHAI, "2019-01-01", null)), question)));

        assertThat(answer).isInstanceOf(Eligibility.Eligible.class);
    }

    private RefusalReason reason(
            EligibilityQuestion question,
            Optional<InstitutionFacts> institution,
            Connectivity connectivity,
            Optional<PersonFacts> person,
            FilingStanding standing) {
        return refusalOf(decide(
                        question,
                        new EligibilityFacts(
                                new CareSide(institution, connectivity), new InsuredSide(person, standing))))
                .reason();
    }

    private Eligibility decide(List<FilingFacts> filings, LocalDate day) {
        EligibilityQuestion question =
                question(Facts.ZHENJIANG, Facts.SHANGHAI, ServiceType.OUTPATIENT, CardKind.PROVINCIAL_CARD, day);
        return decide(
                question, new EligibilityFacts(careSide(Facts.institution(Facts.SHANGHAI)), filed(filings, question)));
    }

    private Eligibility decide(EligibilityQuestion question, EligibilityFacts facts) {
        return rules.decide(question, windowOf(question), facts);
    }

    private static FilingWindow windowOf(EligibilityQuestion question) {
        return Facts.READINGS.windowOf(question, TODAY);
    }

    private @Nullable RefusalReason atHome(EligibilityQuestion question, List<FilingFacts> filings) {
        RegionCode home = question.insuredRegion();
        return reasonOf(decide(
                question,
                new EligibilityFacts(
                        new CareSide(Optional.of(Facts.institution(home)), new Connectivity(List.of())),
                        new InsuredSide(
                                Optional.of(Facts.person(home, PersonType.ACTIVE)),
                                FilingStanding.of(filings, home, windowOf(question))))));
    }

    private static InsuredSide filed(List<FilingFacts> filings, EligibilityQuestion question) {
        return new InsuredSide(
                Optional.of(Facts.person(Facts.ZHENJIANG, PersonType.RETIRED)),
                FilingStanding.of(filings, Facts.SHANGHAI, windowOf(question)));
    }

    private static CareSide careSide(InstitutionFacts institution) {
        return new CareSide(Optional.of(institution), Facts.CONNECTIVITY);
    }

    private static EligibilityQuestion question(RegionCode insured, RegionCode care, ServiceType service) {
        return question(insured, care, service, CardKind.PROVINCIAL_CARD, DAY);
    }

    private static EligibilityQuestion question(
            RegionCode insured, RegionCode care, ServiceType service, CardKind card, LocalDate day) {
        return new EligibilityQuestion(
                Entries.PERSON, insured, Facts.institution(care).code(), service, card, day, null);
    }

    private static Refusal refusalOf(Eligibility answer) {
        return ((Eligibility.Refused) answer).refusal();
    }

    private static @Nullable RefusalReason reasonOf(Eligibility answer) {
        return switch (answer) {
            case Eligibility.Eligible _ -> null;
            case Eligibility.Refused refused -> refused.refusal().reason();
        };
    }
}
