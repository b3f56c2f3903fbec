package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.testing.MovingClock;
import io.crosscare.filing.insured.FakeInsuredPersons;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.InsuredPerson;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.ReviewFiling.Verdict;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingStanding;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.Promise;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** A filing whose papers come later: when they are due, and what ends it. */
class PromisedFilingTest {

    private static final LocalDate TODAY = LocalDate.parse("2022-06-15");
    private static final Caller.Agency AGENCY = new Caller.Agency("agency-nanjing", People.NANJING);
    private static final String WHY = "补办";

    private final MovingClock clock = new MovingClock(Instant.parse("2022-06-15T01:00:00Z"));
    private final RandomIds ids = new RandomIds(new Random(20261128));
    private final PersonId person = ids.nextPersonId();
    private final FakeInsuredPersons persons = new FakeInsuredPersons();
    private final FakeFilings filings = new FakeFilings();
    private final FakeInstitutionLevels levels = new FakeInstitutionLevels();
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");
    private final BlindIndex blindIndex = new BlindIndex(new byte[32]);
    private final Receipts receipts = new Receipts(blindIndex);
    private final FilingActs acts = new FilingActs(filings, () -> {});
    private final LodgeFiling lodging =
            new LodgeFiling(persons, filings, rules, levels, blindIndex, ids, clock, () -> {});
    private final ReviewFiling reviewing = new ReviewFiling(acts, rules, receipts, clock);
    private final SupplementFiling supplementing = new SupplementFiling(acts, persons, rules, levels, receipts, clock);

    @BeforeEach
    void registerAWorker() {
        var worker = People.of(People.NANJING, InsurancePlan.EMPLOYEE, PersonType.ACTIVE, People.NANJING);
        persons.add(InsuredPerson.register(person, worker, "agency-nanjing", clock.instant()))
                .block();
    }

    /** Signed on paper, entered later: the days count from the signature, and time alone ends nothing. */
    @ParameterizedTest
    @CsvSource({
        // signed | due | whether the agency may let it lapse today
        "2022-06-15,2022-07-15,false",
        "2022-05-17,2022-06-16,false",
        "2022-05-16,2022-06-15,false",
        "2022-05-15,2022-06-14,true",
        "2022-05-06,2022-06-05,true",
        "2019-01-01,2019-01-31,true",
    })
    void isDueFromTheDayThePromiseWasSigned(LocalDate signed, LocalDate due, boolean mayLapse) {
        Filing promised = lodged(lodge(command("2022-05-01", signed)));

        assertThat(promised.content().promise()).isEqualTo(Promise.open(due));
        assertThat(promised.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(promised.counts()).isTrue();
        ActOutcome lapsed = review(promised, Verdict.LAPSE_PROMISE, "key");
        assertThat(lapsed instanceof ActOutcome.Done).isEqualTo(mayLapse);
        assertThat(find(promised.id()).terms().period().to()).isEqualTo(mayLapse ? TODAY.minusDays(1) : null);
    }

    /** A press repeated after the deployment that brought the day of a promise is the same press. */
    @Test
    void saysTheSameAsBeforeWhereTheDayOfAPromiseIsLeftOut() {
        LodgeFilingCommand today = command("2022-06-15", null);
        LodgeFilingCommand signed = command("2022-06-15", TODAY);
        LodgeFilingCommand earlier = command("2022-06-15", TODAY.minusDays(1));

        assertThat(today.content())
                .isEqualTo(Stream.<@Nullable Object>of(
                                person,
                                "LONG_TERM_RESIDENT",
                                "310000",
                                "2022-06-15",
                                null,
                                "COUNTER",
                                "补办",
                                StatedFacts.NONE,
                                true,
                                null)
                        .map(RequestContent::part)
                        .collect(Collectors.joining(",")));
        assertThat(Set.of(today.content(), signed.content(), earlier.content())).hasSize(3);
        IdempotencyKey key = new IdempotencyKey("key-promise");
        assertThat(require(lodging.lodge(signed, AGENCY, key))).isInstanceOf(LodgingOutcome.Lodged.class);
        assertThat(require(lodging.lodge(signed, AGENCY, key))).isInstanceOf(LodgingOutcome.Replayed.class);
        assertThat(require(lodging.lodge(earlier, AGENCY, key))).isInstanceOf(LodgingOutcome.KeyReused.class);
    }

    @Test
    void keepsAPromiseThatTimeAloneDoesNotEnd() {
        Filing promised = lodged(lodge(command("2022-06-15", null)));
        assertThat(promised.content().promise()).isEqualTo(Promise.open(LocalDate.parse("2022-07-15")));
        assertThat(review(promised, Verdict.LAPSE_PROMISE, "early")).isInstanceOf(ActOutcome.NotPossible.class);

        clock.advance(Duration.ofDays(31));

        assertThat(find(promised.id()).counts()).isTrue();
        Filing lapsed = done(review(promised, Verdict.LAPSE_PROMISE, "late"));
        assertThat(lapsed.state()).isEqualTo(FilingState.LAPSED);
        assertThat(lapsed.standing()).isEqualTo(FilingStanding.EXPIRED);
        assertThat(lapsed.terms().period().to()).isEqualTo(LocalDate.parse("2022-07-15"));
    }

    @Test
    void keepsItsPromiseWithThePapersAlsoWhenTheyAreLate() {
        Filing promised = lodged(lodge(command("2022-06-15", null)));
        clock.advance(Duration.ofDays(60));
        StatedFacts wrong = new StatedFacts(null, null, null, null, List.of("SOME_OTHER_PAPER"));
        StatedFacts right = new StatedFacts(
                new Residence(ResidenceGround.WORKING, TODAY, null), null, null, null, List.of("LONG_TERM_AWAY_PROOF"));

        assertThat(supplement(promised, wrong, "key-1")).isInstanceOf(ActOutcome.NotEligible.class);
        List<String> unknown = List.of("FOO", "LONG_TERM_AWAY_PROOF");
        assertThat(supplement(promised, new StatedFacts(right.residence(), null, null, null, unknown), "key-0"))
                .isEqualTo(new ActOutcome.MaterialUnknown());
        Filing kept = done(supplement(promised, right, "key-2"));

        assertThat(kept.content().promise()).isEqualTo(new Promise(LocalDate.parse("2022-07-15"), Promise.State.KEPT));
        assertThat(kept.content().basis().facts()).isEqualTo(right);
        assertThat(review(promised, Verdict.LAPSE_PROMISE, "key-3")).isInstanceOf(ActOutcome.NotPossible.class);
    }

    private LodgingOutcome lodge(LodgeFilingCommand command) {
        return require(lodging.lodge(command, AGENCY, new IdempotencyKey("key-lodge")));
    }

    private LodgeFilingCommand command(String from, @Nullable LocalDate signed) {
        return new LodgeFilingCommand(
                person,
                FilingCategory.LONG_TERM_RESIDENT,
                new RegionCode("310000"),
                LocalDate.parse(from),
                null,
                FilingChannel.COUNTER,
                WHY,
                StatedFacts.NONE,
                true,
                signed,
                null);
    }

    private ActOutcome review(Filing filing, Verdict verdict, String key) {
        return require(reviewing.review(filing.id(), verdict, null, WHY, AGENCY, new IdempotencyKey(key)));
    }

    private ActOutcome supplement(Filing filing, StatedFacts facts, String key) {
        return require(supplementing.supplement(filing.id(), facts, WHY, AGENCY, new IdempotencyKey(key)));
    }

    private Filing find(FilingId id) {
        return require(filings.find(id));
    }

    private static Filing lodged(LodgingOutcome outcome) {
        assertThat(outcome).isInstanceOf(LodgingOutcome.Lodged.class);
        return ((LodgingOutcome.Lodged) outcome).filing();
    }

    private static Filing done(ActOutcome outcome) {
        assertThat(outcome).isInstanceOf(ActOutcome.Done.class);
        return ((ActOutcome.Done) outcome).filing();
    }

    private static <T> T require(Mono<T> mono) {
        return mono.blockOptional().orElseThrow();
    }
}
