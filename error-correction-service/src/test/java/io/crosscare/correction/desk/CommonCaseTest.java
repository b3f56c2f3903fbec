package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Recheck.Outcome;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
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
