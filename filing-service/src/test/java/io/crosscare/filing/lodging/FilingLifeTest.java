package io.crosscare.filing.lodging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.InstitutionCode;
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
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.DoctorTitle;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingChannel;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.FilingStanding;
import io.crosscare.filing.lodging.model.FilingState;
import io.crosscare.filing.lodging.model.InstitutionLevel;
import io.crosscare.filing.lodging.model.Referral;
import io.crosscare.filing.lodging.model.Residence;
import io.crosscare.filing.lodging.model.ResidenceGround;
import io.crosscare.filing.lodging.model.Shortcoming;
import io.crosscare.filing.lodging.model.SpecialTreatment;
import io.crosscare.filing.lodging.model.StatedFacts;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

/** What becomes of a filing after it was lodged: changed, replaced, withdrawn, reviewed. */
class FilingLifeTest {

    private static final LocalDate TODAY = LocalDate.parse("2022-06-15");
    private static final Caller.Agency AGENCY = new Caller.Agency("agency-nanjing", People.NANJING);
    private static final InstitutionCode GULOU = new InstitutionCode("H32010000001");
    private static final String WHY = "个人申请";

    private final MovingClock clock = new MovingClock(Instant.parse("2022-06-15T01:00:00Z"));
    private final RandomIds ids = new RandomIds(new Random(20261127));
    private final PersonId person = ids.nextPersonId();
    private final FakeInsuredPersons persons = new FakeInsuredPersons();
    private final FakeFilings filings = new FakeFilings();
    private final FakeInstitutionLevels levels = new FakeInstitutionLevels();
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");
    private final AtomicInteger announced = new AtomicInteger();
    private final AtomicInteger keys = new AtomicInteger();
    private final BlindIndex blindIndex = new BlindIndex(new byte[32]);
    private final Receipts receipts = new Receipts(blindIndex);
    private final FilingActs acts = new FilingActs(filings, announced::incrementAndGet);
    private final LodgeFiling lodging =
            new LodgeFiling(persons, filings, rules, levels, blindIndex, ids, clock, announced::incrementAndGet);
    private final ReplaceFiling replacing =
            new ReplaceFiling(persons, filings, rules, levels, ids, clock, announced::incrementAndGet);
    private final ChangeFiling changing = new ChangeFiling(acts, replacing, filings, rules, receipts, clock);
    private final WithdrawFiling withdrawing = new WithdrawFiling(acts, rules, receipts, clock);
    private final ReviewFiling reviewing = new ReviewFiling(acts, rules, receipts, clock);

    @BeforeEach
    void registerAWorker() {
        var worker = People.of(People.NANJING, InsurancePlan.EMPLOYEE, PersonType.ACTIVE, People.NANJING);
        persons.add(InsuredPerson.register(person, worker, "agency-nanjing", clock.instant()))
                .block();
    }

    @ParameterizedTest
    @CsvSource({
        // first day of the withdrawal | state | last day | how it stands
        ",WITHDRAWN,2022-06-14,EXPIRED",
        "2022-06-20,WITHDRAWN,2022-06-19,EXPIRED",
        "2022-03-01,WITHDRAWN,2022-02-28,EXPIRED",
        "2022-01-01,WITHDRAWN,,WITHDRAWN",
        "2021-12-01,WITHDRAWN,,WITHDRAWN",
    })
    void isWithdrawnFromADayOn(
            @Nullable LocalDate from, FilingState state, @Nullable LocalDate last, FilingStanding standing) {
        Filing lodged = lodge("310000", "2022-01-01");

        Filing withdrawn = done(withdraw(lodged, from, AGENCY, "key"));

        assertThat(withdrawn.state()).isEqualTo(state);
        assertThat(withdrawn.standing()).isEqualTo(standing);
        assertThat(withdrawn.counts()).isEqualTo(standing == FilingStanding.EXPIRED);
        assertThat(withdrawn.terms().period().to()).isEqualTo(last);
        FilingChange step = withdrawn.history().getLast();
        assertThat(step.reason()).isEqualTo(WHY);
        assertThat(step.isBackdated()).isEqualTo(from != null && from.isBefore(TODAY));
    }

    @Test
    void isWithdrawnByItsPersonFromTodayOnAtTheEarliest() {
        Caller own = new Caller.Insured("insured", person);
        Caller other = new Caller.Insured("insured", ids.nextPersonId());
        Filing lodged = lodge("310000", "2022-01-01");

        assertThat(withdraw(lodged, TODAY.minusDays(1), own, "key-1")).isEqualTo(new ActOutcome.DayHasPassed("from"));
        assertThat(withdraw(lodged, null, other, "key-2")).isEqualTo(new ActOutcome.NotVisible());
        assertThat(done(withdraw(lodged, null, own, "key-3"))
                        .history()
                        .getLast()
                        .by())
                .isEqualTo("insured");
    }

    @Test
    void isWithdrawnOncePerKeyAndNotAgain() {
        Filing lodged = lodge("310000", "2022-01-01");
        Filing withdrawn = done(withdraw(lodged, null, AGENCY, "key"));
        int before = announced.get();

        assertThat(withdraw(lodged, null, AGENCY, "key")).isEqualTo(new ActOutcome.Replayed(withdrawn));
        assertThat(withdraw(lodged, TODAY.plusDays(1), AGENCY, "key")).isEqualTo(new ActOutcome.KeyReused());
        assertThat(withdraw(lodged, null, AGENCY, "other")).isInstanceOf(ActOutcome.NotPossible.class);
        assertThat(announced).hasValue(before);
    }

    @Test
    void looksAgainWhenSomebodyElseWasFaster() {
        Filing lodged = lodge("310000", "2022-01-01");
        filings.letAnotherBeFaster(() -> changeEnd(lodged, "2022-12-31"));

        Filing withdrawn = done(withdraw(lodged, null, AGENCY, "key"));

        assertThat(withdrawn.history())
                .extracting(FilingChange::action)
                .containsExactly(
                        FilingChange.Action.LODGED, FilingChange.Action.CHANGED, FilingChange.Action.WITHDRAWN);
    }

    @Test
    void isNotMadeLongerOverAFilingThatWasLodgedInTheSameInstant() {
        Filing shortened = done(changeEnd(lodge("310000", "2022-01-01"), "2022-12-31"));
        filings.letAnotherBeFaster(() -> lodge("310104", "2023-01-01"));

        ActOutcome outcome = changeEnd(shortened, "2023-06-30");

        assertThat(outcome).isInstanceOf(ActOutcome.Overlapping.class);
        assertThat(find(shortened.id())).isEqualTo(shortened);
    }

    @Test
    void isNotLodgedUnderAFilingThatWasMadeLongerInTheSameInstant() {
        Filing shortened = done(changeEnd(lodge("310000", "2022-01-01"), "2022-12-31"));
        filings.letAnotherBeFaster(() -> done(changeEnd(shortened, "2023-06-30")));

        LodgingOutcome outcome = require(lodging.lodge(
                command(FilingCategory.LONG_TERM_RESIDENT, "310104", "2023-01-01", false), AGENCY, nextKey()));

        assertThat(outcome).isEqualTo(new LodgingOutcome.Overlapping(shortened.id()));
        assertThat(all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // as the registry has the hospital | whether that is said of the filing
        "L3,true",
        ",false",
    })
    void takesTheLevelOfTheHospitalThatRefersAsStatedWhereTheRegistryDoesNotSayOtherwise(
            @Nullable InstitutionLevel registered, boolean isChecked) {
        levels.keep(GULOU, registered, 1).block();

        Filing referred = lodged(require(lodging.lodge(referredBy(InstitutionLevel.L3), AGENCY, nextKey())));

        assertThat(referred.content().basis().isLevelChecked()).isEqualTo(isChecked);
    }

    @Test
    void isRefusedWithBothLevelsWhereTheRegistryHasTheHospitalAtAnother() {
        levels.keep(GULOU, InstitutionLevel.L2, 1).block();

        LodgingOutcome outcome = require(lodging.lodge(referredBy(InstitutionLevel.L3), AGENCY, nextKey()));

        assertThat(outcome).isInstanceOfSatisfying(LodgingOutcome.NotEligible.class, refused -> {
            assertThat(((Decision.ConditionNotMet) refused.decision()).shortcoming())
                    .isEqualTo(new Shortcoming.LevelDiffers(InstitutionLevel.L3, InstitutionLevel.L2));
            assertThat(FilingRefusals.of(refused.decision(), refused.insuredRegion(), TODAY)
                            .nextStep()
                            .zh())
                    .contains("L3", "L2");
        });
    }

    private LodgeFilingCommand referredBy(InstitutionLevel stated) {
        Referral referral = new Referral(GULOU, stated, DoctorTitle.CHIEF, LocalDate.parse("2022-06-01"), true);
        return new LodgeFilingCommand(
                person,
                FilingCategory.TRANSFER,
                new RegionCode("310000"),
                TODAY,
                null,
                FilingChannel.COUNTER,
                null,
                new StatedFacts(null, null, referral, null, null),
                false,
                null,
                null);
    }

    @Test
    void leavesItsPlaceToOthersOnceItIsWithdrawn() {
        Filing lodged = lodge("310000", "2022-01-01");
        done(withdraw(lodged, null, AGENCY, "key"));

        assertThat(lodge("310104", "2022-06-15").state()).isEqualTo(FilingState.EFFECTIVE);
    }

    @Test
    void changesItsLastDayAndShowsTheFirstDayThatIsDifferent() {
        Filing lodged = lodge("310000", "2022-01-01");

        Filing shortened = done(changeEnd(lodged, "2022-12-31"));
        Filing longer = done(changeEnd(shortened, "2023-12-31"));

        assertThat(shortened.terms().period().to()).isEqualTo(LocalDate.parse("2022-12-31"));
        assertThat(longer.history().getLast().from()).isEqualTo(LocalDate.parse("2023-01-01"));
        assertThat(longer.version()).isEqualTo(3);
    }

    @Test
    void doesNotGrowOverAnotherFilingNorOverItsValidity() {
        Filing first = done(changeEnd(lodge("310000", "2022-01-01"), "2022-06-30"));
        Filing second = lodge("310104", "2022-07-01");
        Filing transfer = lodge(FilingCategory.TRANSFER, "330100", "2022-01-01");

        assertThat(changeEnd(first, "2022-07-01")).isEqualTo(new ActOutcome.Overlapping(second.id()));
        assertThat(changeEnd(transfer, "2023-01-01"))
                .asInstanceOf(type(ActOutcome.NotEligible.class))
                .extracting(ActOutcome.NotEligible::decision)
                .isInstanceOf(Decision.PeriodTooLong.class);
    }

    @Test
    void isReplacedByOneForAnotherPlaceFromADayOn() {
        Filing shanghai = lodge("310000", "2022-01-01");

        Filing hangzhou = done(move(shanghai, "330100", "2022-07-01", "key"));

        Filing before = find(shanghai.id());
        assertThat(before.state()).isEqualTo(FilingState.REPLACED);
        assertThat(before.standing()).isEqualTo(FilingStanding.EXPIRED);
        assertThat(before.terms().period().to()).isEqualTo(LocalDate.parse("2022-06-30"));
        assertThat(hangzhou.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(hangzhou.content().replaces()).isEqualTo(shanghai.id());
        assertThat(hangzhou.terms().careRegion()).isEqualTo(new RegionCode("330100"));
        assertThat(hangzhou.terms().period()).isEqualTo(new FilingPeriod(LocalDate.parse("2022-07-01"), null));
        assertThat(move(shanghai, "330100", "2022-07-01", "key")).isEqualTo(new ActOutcome.Replayed(hangzhou));
        assertThat(move(shanghai, "330200", "2022-07-01", "key")).isEqualTo(new ActOutcome.KeyReused());
        assertThat(all()).hasSize(2);
    }

    /** A process that died after the first write; the sweeper, or the same request, goes on. */
    @Test
    void isReplacedToTheEndAfterAnInterruption() {
        Filing shanghai = lodge("310000", "2022-01-01");
        filings.failNextReplacement();

        assertThat(moving(shanghai, "330100", "2022-07-01", "key")
                        .onErrorComplete()
                        .blockOptional())
                .isEmpty();
        assertThat(find(shanghai.id()).state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(all())
                .extracting(Filing::state)
                .containsExactlyInAnyOrder(FilingState.EFFECTIVE, FilingState.SUBMITTED);

        replacing.sweep().block();

        assertThat(all())
                .extracting(Filing::state)
                .containsExactlyInAnyOrder(FilingState.REPLACED, FilingState.EFFECTIVE);
        assertThat(move(shanghai, "330100", "2022-07-01", "key")).isInstanceOf(ActOutcome.Replayed.class);
        assertThat(all()).hasSize(2);
    }

    @Test
    void isNotReplacedWhenItWasWithdrawnMeanwhile() {
        Filing shanghai = lodge("310000", "2022-01-01");
        filings.failNextReplacement();
        moving(shanghai, "330100", "2022-07-01", "key").onErrorComplete().block();
        done(withdraw(shanghai, null, AGENCY, "withdrawal"));

        replacing.sweep().block();

        assertThat(all())
                .extracting(Filing::state)
                .containsExactlyInAnyOrder(FilingState.WITHDRAWN, FilingState.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "LONG_TERM_RESIDENT,POSTED_WORKER,true",
        "LONG_TERM_RESIDENT,TRANSFER,false",
        "TRANSFER,LONG_TERM_RESIDENT,false",
    })
    void changesItsCategoryAmongThoseForLivingElsewhere(FilingCategory from, FilingCategory to, boolean isDone) {
        Filing lodged = lodge(from, "310000", "2022-01-01");
        ChangeFilingCommand command = new ChangeFilingCommand(null, to, null, null, null, StatedFacts.NONE, WHY);

        ActOutcome outcome = require(changing.change(lodged.id(), command, AGENCY, new IdempotencyKey("key")));

        assertThat(outcome instanceof ActOutcome.Done).isEqualTo(isDone);
        assertThat(outcome instanceof ActOutcome.NotEligible).isEqualTo(!isDone);
    }

    @Test
    void countsOnceTheAgencyHasAcceptedIt() {
        Filing submitted = submit("310000");
        assertThat(submitted.state()).isEqualTo(FilingState.SUBMITTED);
        assertThat(submitted.counts()).isFalse();

        Filing accepted = done(review(submitted, Verdict.ACCEPT, "key"));

        assertThat(accepted.counts()).isTrue();
        assertThat(accepted.history().getLast().by()).isEqualTo("agency-nanjing");
        assertThat(review(submitted, Verdict.REJECT, "other")).isInstanceOf(ActOutcome.NotPossible.class);
    }

    @Test
    void leavesItsPlaceToOthersOnceItIsRejected() {
        Filing submitted = submit("310000");
        LodgeFilingCommand same = command(FilingCategory.LONG_TERM_RESIDENT, "310000", "2022-06-15", false);
        assertThat(lodge(same)).isEqualTo(new LodgingOutcome.Overlapping(submitted.id()));

        Filing rejected = done(review(submitted, Verdict.REJECT, "key"));

        assertThat(rejected.counts()).isFalse();
        assertThat(lodge(same)).isInstanceOf(LodgingOutcome.Lodged.class);
    }

    /** JS 第十条: from 2023 on, for six months. */
    @ParameterizedTest
    @CsvSource({"180,false", "185,true"})
    void staysAsItIsForHalfAYearWhenItWasPromised(int daysLater, boolean isDone) {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2023-01-01T01:00:00Z")));
        Filing promised = promise("310000");
        clock.advance(Duration.ofDays(daysLater));

        ActOutcome outcome = withdraw(promised, null, AGENCY, "key");

        assertThat(outcome instanceof ActOutcome.Done).isEqualTo(isDone);
    }

    /** JS 第十一条: several places, not beside one on a promise. */
    @Test
    void isNotPromisedBesideAnotherPlaceFrom2023On() {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2023-01-01T01:00:00Z")));
        lodge("310000", "2023-01-01");
        LodgeFilingCommand second = command(FilingCategory.LONG_TERM_RESIDENT, "330100", "2023-01-01", false);
        LodgeFilingCommand promised = command(FilingCategory.LONG_TERM_RESIDENT, "330200", "2023-01-01", true);

        assertThat(lodge(second)).isInstanceOf(LodgingOutcome.Lodged.class);
        assertThat(lodge(promised))
                .asInstanceOf(type(LodgingOutcome.NotEligible.class))
                .extracting(LodgingOutcome.NotEligible::decision)
                .asInstanceOf(type(Decision.PlacesTaken.class))
                .extracting(Decision.PlacesTaken::remedy)
                .isEqualTo(Decision.PlacesTaken.Remedy.PAPERS);
    }

    /** The papers of the one promised before make place for another. */
    @ParameterizedTest
    @CsvSource({"false,SUPPLEMENT", "true,PAPERS_AND_SUPPLEMENT"})
    void saysWhatMakesPlaceBesideAPromise(boolean isPromise, Decision.PlacesTaken.Remedy remedy) {
        clock.advance(Duration.between(clock.instant(), Instant.parse("2023-01-01T01:00:00Z")));
        promise("310000");
        LodgeFilingCommand second = command(FilingCategory.LONG_TERM_RESIDENT, "330100", "2023-01-01", isPromise);
        Decision.Refused refused = ((LodgingOutcome.NotEligible) lodge(second)).decision();

        assertThat(((Decision.PlacesTaken) refused).remedy()).isEqualTo(remedy);
    }

    @Test
    void isForNoSpecialTreatmentWhereTheRegionHasNone() {
        LodgeFilingCommand command = new LodgeFilingCommand(
                person,
                FilingCategory.TRANSFER,
                new RegionCode("310000"),
                TODAY,
                null,
                FilingChannel.COUNTER,
                null,
                StatedFacts.NONE,
                false,
                null,
                SpecialTreatment.declared("ST04", null));

        assertThat(lodge(command))
                .asInstanceOf(type(LodgingOutcome.NotEligible.class))
                .extracting(LodgingOutcome.NotEligible::decision)
                .isInstanceOf(Decision.TreatmentNotAdmitted.class);
    }

    private LodgingOutcome lodge(LodgeFilingCommand command) {
        return require(lodging.lodge(command, AGENCY, nextKey()));
    }

    private Filing lodge(String careRegion, String from) {
        return lodge(FilingCategory.LONG_TERM_RESIDENT, careRegion, from);
    }

    private Filing lodge(FilingCategory category, String careRegion, String from) {
        return lodged(lodge(command(category, careRegion, from, false)));
    }

    private Filing promise(String careRegion) {
        String today = LocalDate.ofInstant(clock.instant(), clock.getZone()).toString();
        return lodged(lodge(command(FilingCategory.LONG_TERM_RESIDENT, careRegion, today, true)));
    }

    private Filing submit(String careRegion) {
        StatedFacts facts = new StatedFacts(
                new Residence(ResidenceGround.LIVING, null, null), null, null, null, List.of("LONG_TERM_AWAY_PROOF"));
        LodgeFilingCommand command = new LodgeFilingCommand(
                person,
                FilingCategory.LONG_TERM_RESIDENT,
                new RegionCode(careRegion),
                TODAY,
                null,
                FilingChannel.APP,
                null,
                facts,
                false,
                null,
                null);
        return lodged(require(lodging.lodge(command, new Caller.Insured("insured", person), nextKey())));
    }

    private LodgeFilingCommand command(FilingCategory category, String careRegion, String from, boolean isPromise) {
        return new LodgeFilingCommand(
                person,
                category,
                new RegionCode(careRegion),
                LocalDate.parse(from),
                null,
                FilingChannel.COUNTER,
                "补办",
                StatedFacts.NONE,
                isPromise,
                null,
                null);
    }

    private ActOutcome withdraw(Filing filing, @Nullable LocalDate from, Caller caller, String key) {
        return require(withdrawing.withdraw(filing.id(), from, WHY, caller, new IdempotencyKey(key)));
    }

    private ActOutcome changeEnd(Filing filing, String to) {
        ChangeFilingCommand command =
                new ChangeFilingCommand(null, null, LocalDate.parse(to), null, null, StatedFacts.NONE, WHY);
        return require(changing.change(filing.id(), command, AGENCY, nextKey()));
    }

    private ActOutcome move(Filing filing, String careRegion, String from, String key) {
        return require(moving(filing, careRegion, from, key));
    }

    private Mono<ActOutcome> moving(Filing filing, String careRegion, String from, String key) {
        ChangeFilingCommand command = new ChangeFilingCommand(
                new RegionCode(careRegion), null, null, LocalDate.parse(from), null, StatedFacts.NONE, WHY);
        return changing.change(filing.id(), command, AGENCY, new IdempotencyKey(key));
    }

    private ActOutcome review(Filing filing, Verdict verdict, String key) {
        return require(reviewing.review(filing.id(), verdict, null, WHY, AGENCY, new IdempotencyKey(key)));
    }

    private IdempotencyKey nextKey() {
        return new IdempotencyKey("k" + keys.incrementAndGet());
    }

    private Filing find(FilingId id) {
        return require(filings.find(id));
    }

    private List<Filing> all() {
        return require(filings.ofPerson(person));
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
