package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Change;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Fact.NothingFiled;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What becomes of a case while refusals, settlements, filings and answers come in. */
class DeskTest {

    private static final VisitScope SCOPE = Facts.scope(Facts.PERSON, 'a', "1");
    private static final CaseSubject ALREADY = Facts.subject(Facts.PERSON, 'a', Reason.ALREADY_SETTLED);

    private final DeskWorld desk = new DeskWorld();

    @Test
    void opensOneCaseForEachCauseOfAScopeAndCountsWhatRepeats() {
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        run(desk.recordRefusal.record(Facts.refusal(2, 3)));
        run(desk.recordRefusal.record(Facts.refusal(2, 3)));
        run(desk.recordRefusal.record(Facts.refusal(ALREADY, 3, Facts.minute(4))));

        assertThat(desk.stored().file().refusals().count()).isEqualTo(2);
        assertThat(desk.stored(ALREADY).file().refusals().count()).isEqualTo(1);
        assertThat(desk.counted("crosscare.cases.opened", "reason", "NO_FILING"))
                .isEqualTo(1);
        assertThat(desk.counted("crosscare.refusals.received", "reason", "NO_FILING", "outcome", "counted"))
                .isEqualTo(2);
        assertThat(desk.counted("crosscare.refusals.received", "reason", "NO_FILING", "outcome", "known"))
                .isEqualTo(1);
    }

    @Test
    void endsEveryCaseOfTheScopeWithTheSettlementAndNoOther() {
        CaseSubject other = new CaseSubject(Facts.scope(Facts.PERSON, 'a', "2"), Facts.NO_FILING);
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        run(desk.recordRefusal.record(
                Facts.refusal(Facts.subject(Facts.PERSON, 'a', new Reason("FILING_EXPIRED")), 2, Facts.minute(3))));
        run(desk.recordRefusal.record(Facts.refusal(other, 3, Facts.minute(3))));

        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));

        assertThat(desk.stored().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(desk.stored(Facts.subject(Facts.PERSON, 'a', new Reason("FILING_EXPIRED")))
                        .state())
                .isEqualTo(CaseState.RESOLVED);
        assertThat(desk.stored(other).state()).isEqualTo(CaseState.OPEN);
        assertThat(desk.counted("crosscare.cases.resolved", "reason", "NO_FILING"))
                .isEqualTo(1);
    }

    @Test
    void endsACaseWhoseSettlementWasHeardOfBeforeItsRefusal() {
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));
        run(desk.recordEntry.record(SCOPE, Facts.undone(5, 6, 3)));

        run(desk.recordRefusal.record(Facts.refusal(1, 2)));

        assertThat(desk.stored().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(desk.stored().file().entries()).containsExactly(Facts.settled(3, 4), Facts.undone(5, 6, 3));
        assertThat(desk.stored().file().changes())
                .extracting(Change::kind)
                .containsExactly(Change.Kind.OPENED, Change.Kind.RESOLVED);
    }

    @Test
    void opensACaseAgainWhenItsCauseReturns() {
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));
        run(desk.recordEntry.record(SCOPE, Facts.undone(5, 6, 3)));
        CaseState afterUndo = desk.stored().state();

        run(desk.recordRefusal.record(Facts.refusal(2, 8)));

        assertThat(afterUndo).isEqualTo(CaseState.RESOLVED);
        assertThat(desk.stored().state()).isEqualTo(CaseState.OPEN);
        assertThat(desk.counted("crosscare.cases.reopened", "reason", "NO_FILING"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void comesToTheSameInAnyOrderOfTopicsWithRepetitionAndAllAtOnce(long seed) {
        Random random = new Random(seed);
        List<Mono<Void>> heard = new ArrayList<>();
        for (int round = 0; round < 3; round++) {
            heard.add(desk.recordRefusal.record(Facts.refusal(1, 2)));
            heard.add(desk.recordRefusal.record(Facts.refusal(2, 3)));
            heard.add(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));
            heard.add(desk.recordEntry.record(SCOPE, Facts.undone(5, 6, 3)));
            heard.add(desk.recordRefusal.record(Facts.refusal(3, 8)));
            heard.add(desk.recordEntry.record(SCOPE, Facts.settled(6, 9)));
            heard.add(desk.recordFiling.record(Facts.PERSON, Facts.filed('a', 1, 5, "310000")));
        }
        Collections.shuffle(heard, random);

        Flux.fromIterable(heard)
                .flatMap(work -> work.subscribeOn(Schedulers.boundedElastic()), 7)
                .blockLast(Duration.ofSeconds(20));

        CorrectionCase stored = desk.stored();
        assertThat(stored.state()).as("seed %d", seed).isEqualTo(CaseState.RESOLVED);
        assertThat(stored).isInstanceOfSatisfying(CorrectionCase.Resolved.class, resolved -> {
            assertThat(resolved.evidence()).isEqualTo(Facts.settled(6, 9));
        });
        assertThat(stored.file().refusals().count()).isEqualTo(3);
        assertThat(stored.file().entries())
                .containsExactly(Facts.settled(3, 4), Facts.undone(5, 6, 3), Facts.settled(6, 9));
        assertThat(desk.counted("crosscare.cases.opened", "reason", "NO_FILING"))
                .isEqualTo(1);
    }

    @Test
    void learnsOfFilingsThatConcernItAndOfNoOthers() {
        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('a', 1, 3, "310000")));
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));

        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('b', 1, 3, "310000")));
        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('b', 1, 3, "310000")));
        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('c', 1, 3, "330100")));
        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('d', 1, 1, "310000")));

        assertThat(desk.stored().file().facts()).containsExactly(Facts.filed('b', 1, 3, "310000"));
    }

    @Test
    void asksTheNeighboursAfterOpening() {
        desk.neighbours.file(new NothingFiled(Facts.minute(1)));
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        int kicked = desk.questionKicks.get();

        run(desk.askNeighbours.ask());

        assertThat(kicked).isEqualTo(1);
        assertThat(desk.stored().file().awaited()).isEmpty();
        assertThat(desk.stored().file().facts())
                .containsExactlyInAnyOrder(new NothingFiled(Facts.minute(1)), FakeNeighbours.INSTITUTION);
    }

    @Test
    void leavesOnlyTheFactsOfASilentNeighbourForLater() {
        desk.neighbours.silence(Source.REGISTRY);
        desk.neighbours.file(new NothingFiled(Facts.minute(1)));
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));

        run(desk.askNeighbours.ask());
        List<Fact> meanwhile = desk.stored().file().facts();
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));
        desk.neighbours.wake(Source.REGISTRY);
        run(desk.askNeighbours.ask());

        assertThat(meanwhile).containsExactly(new NothingFiled(Facts.minute(1)));
        assertThat(desk.counted("crosscare.cases.questions", "to", "REGISTRY", "answered", "false"))
                .isEqualTo(1);
        assertThat(desk.stored().file().awaited()).isEmpty();
        assertThat(desk.stored().file().facts()).contains(FakeNeighbours.INSTITUTION);
        assertThat(desk.stored().state()).isEqualTo(CaseState.RESOLVED);
    }

    @Test
    void asksAboutMoreCasesThanFitOneBatch() {
        for (int i = 1; i <= 120; i++) {
            VisitScope scope = Facts.scope(Facts.PERSON, 'a', "b" + i);
            run(desk.recordRefusal.record(Facts.refusal(new CaseSubject(scope, Facts.NO_FILING), i, Facts.minute(i))));
        }

        run(desk.askNeighbours.ask());

        assertThat(desk.cases.awaiting(Source.FILING, 1000).count().block()).isZero();
        assertThat(desk.cases.awaiting(Source.REGISTRY, 1000).count().block()).isZero();
    }

    @Test
    void tellsTheRelayOfEveryStepAndOfNothingElse() {
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        int opened = desk.relayKicks.get();
        run(desk.recordRefusal.record(Facts.refusal(2, 3)));
        int repeated = desk.relayKicks.get();
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));

        assertThat(opened).isEqualTo(1);
        assertThat(repeated).isEqualTo(1);
        assertThat(desk.relayKicks).hasValue(2);
    }

    @Test
    void countsOpenCasesByReasonUnderABoundedNumberOfLabels() {
        for (int i = 1; i <= 5; i++) {
            Reason invented = new Reason("INVENTED_" + i);
            run(desk.recordRefusal.record(
                    Facts.refusal(Facts.subject(Facts.PERSON, 'a', invented), i, Facts.minute(i))));
        }
        Refusal refusal = Facts.refusal(6, 6);
        run(desk.recordRefusal.record(refusal));

        run(new CountOpenCases(desk.cases, desk.caseMeters).count());
        run(desk.recordEntry.record(refusal.subject().scope(), Facts.settled(3, 60)));
        double before = desk.meters
                .get("crosscare.cases.open")
                .tag("reason", "OTHER")
                .gauge()
                .value();
        double oldest = desk.meters
                .get("crosscare.cases.open.oldest.age")
                .tag("reason", "OTHER")
                .gauge()
                .value();
        run(new CountOpenCases(desk.cases, desk.caseMeters).count());

        assertThat(before).isEqualTo(5);
        assertThat(oldest).isEqualTo(59 * 60);
        assertThat(desk.meters.find("crosscare.cases.open").gauges()).isEmpty();
        assertThat(desk.counted("crosscare.cases.opened", "reason", "OTHER")).isEqualTo(5);
    }
}
