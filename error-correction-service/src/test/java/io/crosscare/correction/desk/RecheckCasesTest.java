package io.crosscare.correction.desk;

import static io.crosscare.correction.desk.DeskWorld.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Change.Kind;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact.Filed;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck.Outcome;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.desk.model.Work;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the desk does by itself about a case: it asks settlement again, tells the hospital once, and does no harm by it. */
class RecheckCasesTest {

    private static final VisitScope SCOPE = Facts.scope(Facts.PERSON, 'a', "1");
    private static final CaseSight HOSPITAL = new CaseSight.OfInstitution(Facts.ZHONGSHAN);

    private final DeskWorld desk = new DeskWorld();

    @BeforeEach
    void refuse() {
        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
    }

    @Test
    void asksSettlementAgainAtGrowingIntervals() {
        says(Outcome.REFUSED);

        for (int second = 0; second < 600; second++) {
            desk.clock.advance(Duration.ofSeconds(1));
            run(desk.recheckCases.recheck());
        }

        assertThat(desk.neighbours.rechecks).hasValueBetween(6, 9);
        assertThat(kinds()).containsExactly(Kind.OPENED);
        assertThat(runs()).extracting(RepairRun::repair).containsExactly(Repair.RECHECK);
    }

    @Test
    void tellsTheHospitalOnceThatTheBillSettlesNow() {
        says(Outcome.REFUSED);
        recheck();
        says(Outcome.READY);
        recheck();
        recheck();

        CorrectionCase ready = desk.stored();
        assertThat(ready.isReady()).isTrue();
        assertThat(ready.state()).isEqualTo(CaseState.OPEN);
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.CAUSE_GONE);
        assertThat(runs()).extracting(RepairRun::repair).contains(Repair.RECHECK, Repair.NOTIFY);
        assertThat(runs()).allMatch(RepairRun::isAutomatic);
        assertThat(desk.counted("crosscare.cases.cause.gone", "reason", "NO_FILING"))
                .isEqualTo(1);
    }

    @Test
    void asksTheOwnersAgainWhenTheAnswerHasChanged() {
        says(Outcome.REFUSED);
        run(desk.askNeighbours.ask());
        recheck();
        says(Outcome.READY);
        recheck();

        assertThat(desk.stored().file().awaited()).isNotEmpty();
    }

    @Test
    void isOverWithTheSettlement() {
        says(Outcome.READY);
        recheck();
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 61)));
        int asked = desk.neighbours.rechecks.get();
        desk.clock.advance(Duration.ofDays(1));
        run(desk.recheckCases.recheck());

        assertThat(desk.stored().state()).isEqualTo(CaseState.RESOLVED);
        assertThat(desk.stored().isReady()).isFalse();
        assertThat(desk.neighbours.rechecks).hasValue(asked);
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.CAUSE_GONE, Kind.RESOLVED);
    }

    @Test
    void endsWithAVisitThatWasCancelledAndIsOpenAgainWithTheNextRefusal() {
        says(Outcome.VISIT_CANCELLED);
        recheck();
        CorrectionCase ended = desk.stored();
        int asked = desk.neighbours.rechecks.get();
        desk.clock.advance(Duration.ofDays(1));
        run(desk.recheckCases.recheck());
        boolean isAskedAgain = desk.neighbours.rechecks.get() > asked;
        run(desk.recordRefusal.record(
                Facts.refusal(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING), 2, desk.clock.instant())));

        assertThat(ended).isInstanceOf(CorrectionCase.Moot.class);
        assertThat(ended.state()).isEqualTo(CaseState.RESOLVED);
        assertThat(ended.file().work().cause()).isEqualTo(Cause.VISIT_CANCELLED);
        assertThat(ended.isByHand()).isFalse();
        assertThat(isAskedAgain).isFalse();
        assertThat(desk.stored().state()).isEqualTo(CaseState.OPEN);
        assertThat(desk.stored().file().work().cause()).isEqualTo(Cause.NO_FILING);
        assertThat(kinds()).containsExactly(Kind.OPENED, Kind.RESOLVED, Kind.REOPENED);
    }

    @Test
    void staysOpenWhereSomebodyOpensItAgainAlthoughTheVisitWasCancelled() {
        says(Outcome.VISIT_CANCELLED);
        recheck();
        desk.workOnCase.reopen(desk.request(DeskWorld.HOSPITAL, "k1"), "费用仍需处理").block();
        run(desk.hurryCases.at(Facts.ZHONGSHAN, desk.clock.instant()));
        run(desk.recheckCases.recheck());

        assertThat(desk.stored().state()).isEqualTo(CaseState.OPEN);
    }

    @Test
    void looksAtOnceWhenAFilingArrives() {
        says(Outcome.REFUSED);
        for (int i = 0; i < 8; i++) {
            recheck();
        }
        says(Outcome.READY);
        run(desk.recheckCases.recheck());
        boolean isReadyBefore = desk.stored().isReady();

        run(desk.recordFiling.record(Facts.PERSON, Facts.filed('b', 1, 3, "310000")));
        run(desk.recheckCases.recheck());

        assertThat(isReadyBefore).isFalse();
        assertThat(desk.stored().isReady()).isTrue();
    }

    @Test
    void looksAtOnceWhenWhatDecidedChangesAndNotForOldNews() {
        says(Outcome.READY);
        Instant now = desk.clock.instant();

        run(desk.hurryCases.at(Facts.ZHONGSHAN, now.minus(Duration.ofDays(2))));
        run(desk.hurryCases.between(Facts.ZHENJIANG, Facts.ZHENJIANG, now));
        run(desk.recheckCases.recheck());
        boolean isReadyBefore = desk.stored().isReady();
        run(desk.hurryCases.between(Facts.ZHENJIANG, null, now));
        run(desk.recheckCases.recheck());

        assertThat(isReadyBefore).isFalse();
        assertThat(desk.stored().isReady()).isTrue();
    }

    @Test
    void asksForWhatWasRefusedOnTheWayOfAStayAndThenForItsEnd() {
        CaseSubject stay = new CaseSubject(Facts.scope(Facts.PERSON, 'b', null), Facts.NO_FILING);
        desk.neighbours.bill(SCOPE, Facts.recheck(Outcome.SETTLED, desk.clock.instant(), List.of()));
        desk.neighbours.bill(stay.scope(), Facts.recheck(Outcome.REFUSED, desk.clock.instant(), List.of()));
        recheck();
        run(desk.recordRefusal.record(Facts.onTheWay(stay, 2, Facts.minute(3), Facts.DAY.plusDays(4))));
        recheck();
        LocalDate onTheWay = desk.neighbours.lastUntil;
        run(desk.recordRefusal.record(Facts.refusal(stay, 3, desk.clock.instant())));
        recheck();

        assertThat(onTheWay).isEqualTo(Facts.DAY.plusDays(4));
        assertThat(desk.neighbours.lastUntil).isNull();
    }

    @Test
    void countsAsMisledWhatWasReadyAndIsRefusedAgain() {
        says(Outcome.READY);
        recheck();
        run(desk.recordRefusal.record(
                Facts.refusal(Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING), 2, desk.clock.instant())));

        assertThat(desk.stored().file().work().misled()).isEqualTo(1);
        assertThat(desk.stored().isReady()).isFalse();
    }

    /** Read from the topic's beginning again: nothing is counted twice, and what was found out stays. */
    @Test
    void keepsWhatItFoundOutWhenTheTopicIsReadAgain() {
        says(Outcome.READY);
        recheck();
        Work before = desk.stored().file().work();

        run(desk.recordRefusal.record(Facts.refusal(1, 2)));
        run(desk.recordRefusal.record(Facts.refusal(2, 3)));

        assertThat(desk.stored().file().work()).isEqualTo(before);
    }

    @Test
    void triesAgainWhenSettlementIsSilent() {
        desk.neighbours.silenceSettlement(true);
        recheck();
        desk.neighbours.silenceSettlement(false);
        says(Outcome.READY);
        recheck();

        assertThat(desk.stored().isReady()).isTrue();
        assertThat(runs().getFirst().outcome()).isEqualTo(RepairRun.Outcome.UNANSWERED);
    }

    @Test
    void findsOutWhatBecameOfABillInFlight() {
        says(Outcome.IN_PROGRESS);
        recheck();
        Cause during = Objects.requireNonNull(desk.stored().file().work().cause());
        says(Outcome.SETTLED);
        recheck();

        assertThat(during).isEqualTo(Cause.OUTCOME_UNKNOWN);
        assertThat(runs())
                .filteredOn(run -> run.repair() == Repair.RESOLVE_OUTCOME)
                .extracting(RepairRun::detail)
                .containsExactly("IN_PROGRESS", "SETTLED");
    }

    @Test
    void checksMoreCasesThanFitOneBatch() {
        for (int i = 2; i <= 121; i++) {
            VisitScope scope = Facts.scope(Facts.PERSON, 'a', "b" + i);
            desk.neighbours.bill(scope, Facts.recheck(Outcome.READY, desk.clock.instant(), List.of()));
            run(desk.recordRefusal.record(Facts.refusal(new CaseSubject(scope, Facts.NO_FILING), i, Facts.minute(i))));
        }
        recheck();

        assertThat(desk.counted("crosscare.cases.cause.gone", "reason", "NO_FILING"))
                .isEqualTo(120);
    }

    @Test
    void doesAtSomebodysWishWhatItDoesByItselfOncePerKey() {
        says(Outcome.READY);

        RepairCase.Outcome first = repair(HOSPITAL, "k1", Repair.RECHECK);
        RepairCase.Outcome again = repair(HOSPITAL, "k1", Repair.RECHECK);
        RepairCase.Outcome other = repair(HOSPITAL, "k1", Repair.ASK_OWNERS);
        RepairCase.Outcome unseen = repair(new CaseSight.OfRegion(Facts.ZHENJIANG), "k1", Repair.RECHECK);

        assertThat(first).isInstanceOf(RepairCase.Outcome.Repaired.class);
        assertThat(again).isInstanceOf(RepairCase.Outcome.Replayed.class);
        assertThat(other).isInstanceOf(RepairCase.Outcome.KeyReused.class);
        assertThat(unseen).isInstanceOf(RepairCase.Outcome.Repaired.class);
        assertThat(desk.stored().isReady()).isTrue();
        assertThat(desk.stored().file().work().runsByHand()).isEqualTo(2);
    }

    @Test
    void repairsNothingThatIsClosedOrOutOfSight() {
        run(desk.recordEntry.record(SCOPE, Facts.settled(3, 4)));

        assertThat(repair(HOSPITAL, "k1", Repair.RECHECK)).isInstanceOf(RepairCase.Outcome.Closed.class);
        assertThat(repair(new CaseSight.OfRegion(new RegionCode("330100")), "k1", Repair.RECHECK))
                .isInstanceOf(RepairCase.Outcome.NotVisible.class);
        assertThat(desk.neighbours.rechecks).hasValue(0);
    }

    @Test
    void isNotDiagnosedOnceForAll() {
        assertThat(desk.stored().file().work().cause()).isEqualTo(Cause.NO_FILING);

        run(desk.recordFiling.record(
                Facts.PERSON,
                new Filed(
                        "f" + "c".repeat(26),
                        1,
                        Facts.minute(3),
                        Facts.SHANGHAI,
                        "TRANSFER",
                        Facts.DAY,
                        null,
                        "SUBMITTED")));

        assertThat(desk.stored().file().work().cause()).isEqualTo(Cause.FILING_UNDER_REVIEW);
    }

    @Test
    void leavesAReasonItDoesNotKnowToPeople() {
        CaseSubject invented = Facts.subject(Facts.PERSON, 'a', new Reason("INVENTED"));
        run(desk.recordRefusal.record(Facts.refusal(invented, 2, Facts.minute(3))));

        assertThat(desk.stored(invented).file().work().cause()).isEqualTo(Cause.NOT_RECOGNISED);
    }

    private RepairCase.Outcome repair(CaseSight sight, String key, Repair repair) {
        String organisation = sight.toString();
        return desk.repairCase
                .repair(sight, "his", organisation, desk.stored().id(), new IdempotencyKey(key), repair)
                .blockOptional(Duration.ofSeconds(5))
                .orElseThrow();
    }

    private void says(Outcome outcome) {
        desk.neighbours.bill(SCOPE, Facts.recheck(outcome, desk.clock.instant(), List.of()));
    }

    /** So late that everything is due. */
    private void recheck() {
        desk.clock.advance(Duration.ofHours(2));
        run(desk.recheckCases.recheck());
    }

    private List<Kind> kinds() {
        return desk.stored().file().changes().stream()
                .map(change -> change.kind())
                .toList();
    }

    private List<RepairRun> runs() {
        return desk.stored().file().work().runs().stream()
                .filter(run -> run.repair() != Repair.ASK_OWNERS)
                .toList();
    }
}
