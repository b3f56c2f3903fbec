package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.insured.FakeInsuredPersons;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.lodging.model.DestinationObjection;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lodging a filing, also when somebody else is faster. */
class LodgeFilingTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:02:03Z");
    private static final Caller.Agency ZHENJIANG = new Caller.Agency("agency-zhenjiang", People.ZHENJIANG);
    private final RandomIds ids = new RandomIds(new Random(20261124));
    private final PersonId person = ids.nextPersonId();
    private final FakeInsuredPersons persons = new FakeInsuredPersons();
    private final FakeFilings filings = new FakeFilings();
    private final AtomicInteger announced = new AtomicInteger();
    private final LodgeFiling lodging = new LodgeFiling(
            persons,
            filings,
            FilingRulesPack.load("/filing-rules.json"),
            new FakeInstitutionLevels(),
            new BlindIndex(new byte[32]),
            ids,
            Clock.fixed(NOW, ZoneOffset.UTC),
            announced::incrementAndGet);

    @BeforeEach
    void registerARetiree() {
        persons.add(InsuredPerson.register(person, People.retiree(), "agency-zhenjiang", NOW))
                .block();
    }

    @Test
    void recordsTodayWhatCountsFromThen() {
        LodgingOutcome outcome = lodge(command("310000"), "key-1");

        assertThat(outcome).isInstanceOfSatisfying(LodgingOutcome.Lodged.class, lodged -> {
            assertThat(lodged.filing().terms().period().from()).isEqualTo(LocalDate.parse("2019-05-01"));
            assertThat(lodged.filing().recordedAt()).isEqualTo(NOW);
            assertThat(lodged.filing().isBackdated()).isTrue();
        });
        assertThat(announced).hasValue(1);
    }

    @Test
    void replaysWithoutAnnouncing() {
        lodge(command("310000"), "key-1");

        assertThat(lodge(command("310000"), "key-1")).isInstanceOf(LodgingOutcome.Replayed.class);
        assertThat(lodge(command("330100"), "key-1")).isInstanceOf(LodgingOutcome.KeyReused.class);
        assertThat(announced).hasValue(1);
    }

    @Test
    void replaysWhatAFasterRequestLodgedUnderTheSameKey() {
        filings.letAnotherBeFaster(() -> lodge(command("310000"), "key-1"));

        assertThat(lodge(command("310000"), "key-1")).isInstanceOf(LodgingOutcome.Replayed.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void seesTheOverlapWithWhatAFasterRequestLodged() {
        filings.letAnotherBeFaster(() -> lodge(command("310000"), "key-1"));

        assertThat(lodge(command("310104"), "key-2")).isInstanceOf(LodgingOutcome.Overlapping.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void lodgesBesideWhatAFasterRequestLodgedElsewhere() {
        filings.letAnotherBeFaster(() -> lodge(command("330100"), "key-1"));

        assertThat(lodge(command("310000"), "key-2")).isInstanceOf(LodgingOutcome.Lodged.class);
        assertThat(all()).hasSize(2);
    }

    @Test
    void doesNotLetAnotherAgencySeeThePerson() {
        Caller.Agency nanjing = new Caller.Agency("agency-nanjing", People.NANJING);

        LodgingOutcome outcome = lodging.lodge(command("310000"), nanjing, new IdempotencyKey("key-1"))
                .blockOptional()
                .orElseThrow();

        assertThat(outcome).isInstanceOf(LodgingOutcome.PersonNotVisible.class);
        assertThat(all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "321100,AT_HOME",
        "321102,AT_HOME",
        "321171,AT_HOME",
        "320000,HOLDS_HOME",
        "710000,OUTSIDE_THE_INSURANCE",
        "810000,OUTSIDE_THE_INSURANCE",
        "820000,OUTSIDE_THE_INSURANCE",
    })
    void takesNoFilingForSuchAPlace(String careRegion, DestinationObjection why) {
        assertThat(lodge(command(careRegion), "key-1")).isEqualTo(new LodgingOutcome.NoDestination(why));
        assertThat(announced).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"310104,310000", "310100,310000", "320102,320100", "321181,321181", "330402,330400", "339900,339900"})
    void filesForThePoolingRegionOfThePlace(String careRegion, String filedFor) {
        assertThat(lodge(command(careRegion), "key-1"))
                .isInstanceOfSatisfying(
                        LodgingOutcome.Lodged.class,
                        lodged ->
                                assertThat(lodged.filing().terms().careRegion()).isEqualTo(new RegionCode(filedFor)));
        assertThat(lodge(command(careRegion), "key-1")).isInstanceOf(LodgingOutcome.Replayed.class);
    }

    @Test
    void takesNoPaperThatTheRulesDoNotKnow() {
        List<String> papers = List.of("SOCIAL_SECURITY_CARD", "PROOF_OF_RESIDENCE", "SETTLEMENT_FORM", "FOO");
        LodgeFilingCommand plain = command("310000");
        LodgeFilingCommand command = new LodgeFilingCommand(
                plain.personId(),
                plain.category(),
                plain.careRegion(),
                plain.from(),
                plain.to(),
                plain.channel(),
                plain.reason(),
                new StatedFacts(null, null, null, null, papers),
                false,
                null,
                null);

        assertThat(lodge(command, "key-1")).isEqualTo(new LodgingOutcome.MaterialUnknown());
        assertThat(all()).isEmpty();
    }

    private LodgingOutcome lodge(LodgeFilingCommand command, String key) {
        return lodging.lodge(command, ZHENJIANG, new IdempotencyKey(key))
                .blockOptional()
                .orElseThrow();
    }

    private List<Filing> all() {
        return filings.ofPerson(person).blockOptional().orElseThrow();
    }

    private LodgeFilingCommand command(String careRegion) {
        return new LodgeFilingCommand(
                person,
                FilingCategory.RETIRED_RESETTLED,
                new RegionCode(careRegion),
                LocalDate.parse("2019-05-01"),
                null,
                FilingChannel.COUNTER,
                "补办");
    }
}
