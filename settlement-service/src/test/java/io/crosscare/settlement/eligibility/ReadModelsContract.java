package io.crosscare.settlement.eligibility;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.PersonType;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.eligibility.model.ConnectivityRow;
import io.crosscare.settlement.eligibility.model.FilingFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.eligibility.model.RefusalReason.Owner;
import io.crosscare.settlement.eligibility.model.UploadFacts;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every store of copies keeps: the higher of two versions, in whatever order they come. */
public abstract class ReadModelsContract {

    private static final PersonId OTHER = new PersonId("p" + "b".repeat(26));

    /** Empty, and fresh but for the owners named. */
    protected abstract ReadModels copies(Owner... stale);

    @Test
    void givesBackEveryPartOfEachRecord() {
        ReadModels copies = copies();
        PersonFacts person = new PersonFacts(
                Entries.PERSON,
                Facts.ZHENJIANG,
                PersonType.RESIDENT.plan(),
                PersonType.RESIDENT,
                "SUSPENDED",
                true,
                List.of(
                        new PersonFacts.Card(CardKind.PROVINCIAL_CARD, Facts.ZHENJIANG, "LOST"),
                        new PersonFacts.Card(CardKind.E_CERTIFICATE, Facts.NANJING, "ACTIVE")),
                List.of(
                        new PersonFacts.Days(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 6, 30)),
                        new PersonFacts.Days(LocalDate.of(2020, 1, 1), null)),
                7);
        InstitutionFacts open = Facts.institution(Facts.SHANGHAI, "OPEN", LocalDate.of(2019, 4, 18), "320000", "*");
        InstitutionFacts unknown = new InstitutionFacts(
                Facts.institution(Facts.JIAXING).code(),
                "测试",
                Facts.JIAXING,
                null,
                "SUSPENDED",
                List.of(),
                List.of(
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 10)),
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 12, 1), null)),
                1);
        AgencyFacts agency = new AgencyFacts(
                Facts.NANJING,
                "南京市社会保险管理中心",
                "025-86590799",
                List.of(new AgencyFacts.Hotline("制卡、补卡、用卡", "025-86590920")),
                1);
        FilingFacts until = filing('a', Entries.PERSON, "2019-12-31", 1);
        FilingFacts ever = filing('b', Entries.PERSON, null, 1);
        Flux.just(copies.keep(person), copies.keep(open), copies.keep(unknown), copies.keep(agency))
                .concatWith(Flux.just(copies.keep(until), copies.keep(ever)))
                .concatMap(kept -> kept)
                .blockLast();

        assertThat(await(copies.person(Entries.PERSON))).isEqualTo(person);
        assertThat(await(copies.institution(open.code()))).isEqualTo(open);
        assertThat(await(copies.institution(unknown.code()))).isEqualTo(unknown);
        assertThat(await(copies.agency(Facts.NANJING))).isEqualTo(agency);
        assertThat(await(copies.filings(Entries.PERSON).collectList())).containsExactlyInAnyOrder(until, ever);
    }

    @Test
    void givesBackAllStatementsOnConnections() {
        ReadModels copies = copies();
        Flux.fromIterable(Facts.CONNECTIVITY.rows()).concatMap(copies::keep).blockLast();

        assertThat(await(copies.connectivity()).rows()).containsExactlyInAnyOrderElementsOf(Facts.CONNECTIVITY.rows());
    }

    @Test
    void tellsThePersonsFilingsApart() {
        ReadModels copies = copies();
        FilingFacts own = filing('a', Entries.PERSON, null, 1);
        copies.keep(own).then(copies.keep(filing('b', OTHER, null, 1))).block();

        assertThat(await(copies.filings(Entries.PERSON).collectList())).containsExactly(own);
        assertThat(await(copies.filings(new PersonId("p" + "c".repeat(26))).collectList()))
                .isEmpty();
    }

    @Test
    void keepsTheHigherVersionInWhateverOrderTheyCome() {
        ReadModels copies = copies();
        FilingFacts second = filing('a', Entries.PERSON, "2019-12-31", 2);
        copies.keep(second)
                .then(copies.keep(filing('a', Entries.PERSON, null, 1)))
                .then(copies.keep(filing('a', Entries.PERSON, "2020-12-31", 2)))
                .block();

        assertThat(await(copies.filings(Entries.PERSON).collectList())).containsExactly(second);
        FilingFacts third = filing('a', Entries.PERSON, "2021-12-31", 3);
        copies.keep(third).block();
        assertThat(await(copies.filings(Entries.PERSON).collectList())).containsExactly(third);
    }

    @Test
    void keepsTheHighestOfManyThatComeAtOnce() {
        ReadModels copies = copies();
        List<Long> versions = LongStream.rangeClosed(1, 16).boxed().toList();

        Flux.fromIterable(versions)
                .flatMap(version -> copies.keep(person(version)))
                .as(StepVerifier::create)
                .expectComplete()
                .verify(Duration.ofSeconds(30));

        assertThat(await(copies.person(Entries.PERSON)).version()).isEqualTo(16);
    }

    @Test
    void keepsTheHigherVersionOfEveryKind() {
        ReadModels copies = copies();
        ConnectivityRow row = Facts.CONNECTIVITY.rows().getFirst();
        ConnectivityRow later = new ConnectivityRow(
                row.id(),
                row.insuredRegion(),
                row.careRegion(),
                row.serviceTypes(),
                row.plans(),
                row.direction(),
                row.from(),
                "NOT_CONNECTED",
                2);
        InstitutionFacts institution = Facts.institution(Facts.SHANGHAI);
        InstitutionFacts renamed = new InstitutionFacts(
                institution.code(), "改名", institution.region(), institution.level(), "OPEN", List.of(), 2);
        AgencyFacts agency = new AgencyFacts(Facts.NANJING, "旧", "1", List.of(), 1);
        AgencyFacts moved = new AgencyFacts(Facts.NANJING, "新", "2", List.of(), 2);
        Flux.just(copies.keep(later), copies.keep(row), copies.keep(renamed), copies.keep(institution))
                .concatWith(Flux.just(
                        copies.keep(moved), copies.keep(agency), copies.keep(person(2)), copies.keep(person(1))))
                .concatMap(kept -> kept)
                .blockLast();

        assertThat(await(copies.connectivity()).rows()).containsExactly(later);
        assertThat(await(copies.institution(institution.code()))).isEqualTo(renamed);
        assertThat(await(copies.agency(Facts.NANJING))).isEqualTo(moved);
        assertThat(await(copies.person(Entries.PERSON)).version()).isEqualTo(2);
    }

    @Test
    void knowsNothingThatNobodyTold() {
        ReadModels copies = copies();

        copies.person(Entries.PERSON).as(StepVerifier::create).verifyComplete();
        copies.institution(Facts.institution(Facts.SHANGHAI).code())
                .as(StepVerifier::create)
                .verifyComplete();
        copies.agency(Facts.NANJING).as(StepVerifier::create).verifyComplete();
        copies.upload("f" + "a".repeat(26)).as(StepVerifier::create).verifyComplete();
        assertThat(await(copies.connectivity()).rows()).isEmpty();
    }

    @Test
    void keepsHowFarAFilingHasCome() {
        ReadModels copies = copies();
        UploadFacts arrived = new UploadFacts("f" + "a".repeat(26), 2, 5);
        copies.keep(arrived)
                .then(copies.keep(new UploadFacts(arrived.filingId(), 0, 4)))
                .block();

        assertThat(await(copies.upload(arrived.filingId()))).isEqualTo(arrived);
    }

    @Test
    void isFreshByOwner() {
        ReadModels copies = copies(Owner.FILING);

        assertThat(await(copies.isFresh(Owner.FILING))).isFalse();
        assertThat(await(copies.isFresh(Owner.REGISTRY))).isTrue();
    }

    private static PersonFacts person(long version) {
        PersonFacts person = Facts.person(Facts.ZHENJIANG, PersonType.RETIRED);
        return new PersonFacts(
                person.id(),
                person.insuredRegion(),
                person.plan(),
                person.personType(),
                person.insuranceStatus(),
                false,
                person.cards(),
                person.specialDiseases(),
                version);
    }

    private static FilingFacts filing(char letter, PersonId person, @Nullable String to, long version) {
        return new FilingFacts(
                "f" + String.valueOf(letter).repeat(26),
                person,
                Facts.SHANGHAI,
                "TRANSFER",
                LocalDate.of(2019, 1, 1),
                to == null ? null : LocalDate.parse(to),
                "EFFECTIVE",
                to == null ? null : "ST06",
                version);
    }
}
