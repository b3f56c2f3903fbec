package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.CommonCauses;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Settled;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Order;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Recheck.Outcome;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Stop;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One trouble outside any person that turns many away is one case, and they are its patients. */
class CommonCaseTest {

    private static final Reason STALE = new Reason("EXTERNAL_FEED_STALE");
    private static final InstitutionCode OTHER = new InstitutionCode("H31000000002");

    private final DeskWorld desk = new DeskWorld();
    private final RandomIds ids = RandomIds.secure();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdsFourHundredPatientsHoweverTheyCome(long seed) {
        List<Refusal> refusals = IntStream.range(0, 400)
                .mapToObj(i -> refusal(ids.nextPersonId(), Facts.minute(1 + i % 50), Facts.ZHONGSHAN))
                .toList();
        List<Mono<Void>> heard = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            refusals.forEach(refusal -> heard.add(desk.recordRefusal.record(refusal)));
        }
        Collections.shuffle(heard, new Random(seed));

        Flux.fromIterable(heard)
                .flatMap(work -> work.subscribeOn(Schedulers.boundedElastic()), 7)
                .blockLast(Duration.ofSeconds(20));
        count();

        List<CorrectionCases.Summary> listed = list();
        assertThat(listed).hasSize(1);
        Outage outage = Objects.requireNonNull(listed.getFirst().outage());
        assertThat(outage.patients()).isEqualTo(400);
        assertThat(outage.waiting()).isEqualTo(400);
        assertThat(outage.refusals()).isEqualTo(400);
        assertThat(desk.counted("crosscare.cases.opened", "reason", "EXTERNAL_FEED_STALE"))
                .isEqualTo(1);
    }

    /** A silent service strikes where it will; the outage is one all the same, and lies with no hospital. */
    @Test
    void isOneCaseWhereASilentServiceHitsSeveralInstitutions() {
        List<Refusal> stopped = IntStream.range(0, 400)
                .mapToObj(i ->
                        Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(2), i % 2 == 0 ? Facts.ZHONGSHAN : OTHER))
                .toList();
        stopped.forEach(one -> run(desk.recordRefusal.record(one)));
        stopped.forEach(one -> run(desk.recordRefusal.record(one)));
        count();

        CorrectionCase common = one(list().getFirst().id());
        Outage outage = Objects.requireNonNull(common.file().work().outage());
        assertThat(list()).hasSize(1);
        assertThat(outage.patients()).isEqualTo(400);
        assertThat(outage.refusals()).isEqualTo(400);
        assertThat(common.file().work().cause()).isEqualTo(Cause.NEIGHBOUR_DOWN);
        assertThat(common.isOfNeighbour()).isTrue();
        assertThat(common.file().awaited()).isEmpty();
        assertThat(common.file().handling().stage().station().office()).isEqualTo(new Office(Level.PROVINCE, "320000"));
        assertThat(common.stops(new Order.Return(DeskWorld.PROVINCE, new Comment.Receipt("k", "c"), "退回")))
                .containsInstanceOf(Stop.NotFrom.class);
        assertThat(new CaseSight.OfInstitution(OTHER).shows(common)).isTrue();
        assertThat(patients(common.id(), new CaseSight.OfInstitution(OTHER))).hasSize(200);
    }

    @Test
    void isOpenAgainWhenAnotherIsStoppedAfterItWasResolvedByHand() {
        run(desk.recordRefusal.record(Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(2), Facts.ZHONGSHAN)));
        count();
        CaseId id = list().getFirst().id();
        run(desk.changeCase
                .change(
                        id,
                        one -> one.ordered(
                                        new Order.Take(DeskWorld.PROVINCE, new Comment.Receipt("k1", "c1")),
                                        Facts.minute(60))
                                .ordered(
                                        new Order.Resolve(DeskWorld.PROVINCE, new Comment.Receipt("k2", "c2"), "服务已恢复"),
                                        Facts.minute(61)))
                .then());
        CaseState between = one(id).state();

        run(desk.recordRefusal.record(Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(90), OTHER)));
        count();

        assertThat(between).isEqualTo(CaseState.RESOLVED);
        assertThat(one(id).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void isAnotherCaseForAnotherServiceAndNoneWhereTheServiceIsNotNamed() {
        Refusal filing = Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(2), Facts.ZHONGSHAN);
        CommonCauses causes = desk.pack.toCommonCauses();
        Refusal unnamed = Facts.refusal(filing.subject(), 1, Facts.minute(2));

        assertThat(causes.caseOf(filing)).isPresent();
        assertThat(causes.caseOf(unnamed)).isEmpty();
    }

    /** The ids of the cases that are stored stay what they are. */
    @Test
    void isNamedByReasonInstitutionAndTrouble() {
        refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN);

        assertThat(list().getFirst().id()).hasToString("ct62pbkx5kgdgcnhuym42seat5z");
    }

    /** The service answers again: some can be settled, some a rule refuses; none is stopped by the fault any more. */
    @Test
    void isOverWhenTheServiceAnswersAgainWhateverItSays() {
        Refusal settles = Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(2), Facts.ZHONGSHAN);
        Refusal refused = Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(3), OTHER);
        run(desk.recordRefusal.record(settles));
        run(desk.recordRefusal.record(refused));
        says(settles, Outcome.READY);
        says(refused, Outcome.REFUSED);
        CaseId id = list().getFirst().id();
        later();
        later();
        count();

        assertThat(one(id).file().changes())
                .extracting(change -> change.kind())
                .containsExactly(Kind.OPENED, Kind.CAUSE_GONE);
        assertThat(one(refused.subject().caseId()).isReady()).isFalse();
        assertThat(one(id).state()).isEqualTo(CaseState.OPEN);

        run(desk.recordRefusal.record(
                Facts.filingDown(settles.subject().scope().person(), 2, Facts.minute(600), Facts.ZHONGSHAN)));

        assertThat(one(settles.subject().caseId()).file().work().misled())
                .as("a fault that comes back is another fault")
                .isZero();
    }

    /** Its visit has another name once it is registered, so no entry comes by itself. */
    @Test
    void endsForAStoppedRegistrationWithTheSettlementOfTheVisitThatIsRegisteredSince() {
        Refusal stopped = Facts.registrationStopped(ids.nextPersonId(), 1, Facts.minute(2));
        run(desk.recordRefusal.record(stopped));
        CaseId id = list().getFirst().id();
        says(stopped, Outcome.READY);
        later();
        count();
        boolean isReady = one(id).isReady();

        Settled settled = Facts.settled(stopped.subject().scope().person(), 2, desk.clock.instant());
        desk.chain.put(settled.entryId(), settled);
        desk.neighbours.bill(stopped.subject().scope(), settledBy(settled));
        later();
        count();

        assertThat(isReady).isTrue();
        assertThat(one(stopped.subject().caseId())).isInstanceOf(CorrectionCase.Resolved.class);
        assertThat(one(id).state()).isEqualTo(CaseState.RESOLVED);
    }

    @Test
    void endsWithTheVisitsThatWereAllCancelledAndIsOpenAgainWithTheNext() {
        Refusal one = refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN);
        Refusal other = refuse(ids.nextPersonId(), 3, Facts.ZHONGSHAN);
        CaseId id = list().getFirst().id();
        says(one, Outcome.VISIT_CANCELLED);
        says(other, Outcome.REFUSED);
        later();
        count();
        CaseState whileOneWaits = one(id).state();

        says(other, Outcome.VISIT_CANCELLED);
        later();
        count();
        CaseState between = one(id).state();
        refuse(ids.nextPersonId(), 90, Facts.ZHONGSHAN);
        count();

        assertThat(whileOneWaits).isEqualTo(CaseState.OPEN);
        assertThat(between).isEqualTo(CaseState.RESOLVED);
        assertThat(one(id).state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void isAnotherCaseAtAnotherInstitution() {
        refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN);
        refuse(ids.nextPersonId(), 3, OTHER);

        assertThat(list()).hasSize(2);
        assertThat(patients(list().getFirst().id(), new CaseSight.OfInstitution(OTHER)))
                .hasSize(1);
        assertThat(patients(list().getFirst().id(), new CaseSight.OfInstitution(Facts.ZHONGSHAN)))
                .isEmpty();
    }

    @Test
    void tellsTheHospitalWhenAllCanBeSettledAndEndsWithTheLast() {
        List<Refusal> refusals = IntStream.range(0, 5)
                .mapToObj(i -> refuse(ids.nextPersonId(), 2 + i, Facts.ZHONGSHAN))
                .toList();
        refusals.forEach(refusal -> says(refusal, Outcome.READY));
        CaseId id = list().getFirst().id();
        later();
        count();
        CorrectionCase gone = one(id);

        refusals.subList(0, 4).forEach(this::settle);
        count();
        CaseState beforeTheLast = one(id).state();
        settle(refusals.getLast());
        count();

        assertThat(gone.isReady()).isTrue();
        assertThat(beforeTheLast).isEqualTo(CaseState.OPEN);
        assertThat(one(id).state()).isEqualTo(CaseState.RESOLVED);
        assertThat(one(id).file().changes())
                .extracting(change -> change.kind())
                .containsExactly(Kind.OPENED, Kind.CAUSE_GONE, Kind.RESOLVED);
    }

    @Test
    void looksAtAllWhenOneOfThemCanBeSettled() {
        List<Refusal> refusals = IntStream.range(0, 30)
                .mapToObj(i -> refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN))
                .toList();
        refusals.forEach(refusal -> says(refusal, Outcome.REFUSED));
        for (int i = 0; i < 8; i++) {
            later();
        }
        refusals.forEach(refusal -> says(refusal, Outcome.READY));
        run(desk.changeCase
                .change(refusals.getFirst().subject().caseId(), one -> one.hurried(desk.clock.instant()))
                .then());

        run(desk.recheckCases.recheck());
        run(desk.recheckCases.recheck());
        count();

        assertThat(one(list().getFirst().id()).isReady()).isTrue();
    }

    @Test
    void isOpenAgainWhenTheTroubleReturns() {
        Refusal first = refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN);
        CaseId id = list().getFirst().id();
        settle(first);
        count();
        CaseState between = one(id).state();

        refuse(ids.nextPersonId(), 200, Facts.ZHONGSHAN);
        count();

        assertThat(between).isEqualTo(CaseState.RESOLVED);
        assertThat(one(id).state()).isEqualTo(CaseState.OPEN);
        assertThat(one(id).file().changes())
                .extracting(change -> change.kind())
                .containsExactly(Kind.OPENED, Kind.RESOLVED, Kind.REOPENED);
        assertThat(list()).hasSize(1);
    }

    @Test
    void showsAPersonHisOwn() {
        PersonId person = ids.nextPersonId();
        refuse(person, 2, Facts.ZHONGSHAN);
        refuse(ids.nextPersonId(), 2, Facts.ZHONGSHAN);

        List<CorrectionCases.Summary> own = desk.cases
                .list(new CorrectionCases.Query(
                        new CaseSight.Everything(), null, null, null, null, null, person, null, 10))
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(own).hasSize(1);
        assertThat(own.getFirst().group()).isEqualTo(list().getFirst().id());
    }

    private Refusal refuse(PersonId person, long minute, InstitutionCode institution) {
        Refusal refusal = refusal(person, Facts.minute(minute), institution);
        run(desk.recordRefusal.record(refusal));
        return refusal;
    }

    private static Refusal refusal(PersonId person, Instant at, InstitutionCode institution) {
        CaseSubject subject =
                new CaseSubject(new VisitScope(person, "v" + person.value().substring(1), "1"), STALE);
        return Facts.refusal(subject, 1, at, institution, Facts.ZHENJIANG, Facts.SHANGHAI);
    }

    private void says(Refusal refusal, Outcome outcome) {
        Recheck answer = Facts.recheck(outcome, desk.clock.instant(), List.of());
        desk.neighbours.bill(refusal.subject().scope(), answer);
    }

    private static Recheck settledBy(Settled settled) {
        return new Recheck(
                settled.at(),
                Outcome.SETTLED,
                "ALREADY_SETTLED",
                null,
                null,
                settled.entryId(),
                new KnownVersions(null, null, List.of()),
                Set.of(),
                List.of());
    }

    private void settle(Refusal refusal) {
        VisitScope scope = refusal.subject().scope();
        run(desk.recordEntry.record(scope, Facts.settled(scope.person(), 2, Facts.minute(100))));
    }

    private void later() {
        desk.clock.advance(Duration.ofHours(2));
        run(desk.recheckCases.recheck());
    }

    private void count() {
        run(desk.countPatients.count());
    }

    private CorrectionCase one(CaseId id) {
        return desk.cases.find(id).blockOptional().orElseThrow();
    }

    private List<CorrectionCases.Summary> list() {
        return desk.cases
                .list(new CorrectionCases.Query(
                        new CaseSight.Everything(), null, null, null, null, null, null, null, 1000))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<CorrectionCases.Summary> patients(CaseId id, CaseSight sight) {
        return desk.cases
                .patients(id, sight, null, 1000)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }
}
