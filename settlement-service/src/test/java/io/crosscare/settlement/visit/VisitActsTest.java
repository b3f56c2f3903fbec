package io.crosscare.settlement.visit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.crosscare.chassis.problem.FieldError;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.settlement.Faults;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.InMemoryChain;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Undo;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.eligibility.model.CardKind;
import io.crosscare.settlement.visit.ChangeVisit.Correction;
import io.crosscare.settlement.visit.VisitActs.Acted;
import io.crosscare.settlement.visit.WithdrawFeeLines.Selection;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.FeeSheet;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitAct.Action;
import io.crosscare.settlement.visit.model.VisitFile;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What a hospital may do to its visit in which state, and that it is done once. */
class VisitActsTest {

    private static final LocalDate NEXT_DAY = TestVisits.DAY.plusDays(1);
    private static final EntryId ENTRY = new EntryId(Entries.PERSON, 3);

    private final InMemoryVisits visits = new InMemoryVisits(Faults.none());
    private final InMemoryChain chain = new InMemoryChain(Faults.none());
    private final VisitActs acts = new VisitActs(visits, chain);
    private final UploadFeeLines upload = new UploadFeeLines(visits);
    private final ChangeVisit change = new ChangeVisit(visits, acts);
    private final CancelVisit cancel = new CancelVisit(acts);
    private final WithdrawFeeLines withdraw = new WithdrawFeeLines(visits, acts);
    private final ReplaceDiagnoses diagnose = new ReplaceDiagnoses(acts);
    private final DischargeStay discharge = new DischargeStay(visits, acts);
    private final CancelDischarge readmit = new CancelDischarge(acts);

    // changes

    @Test
    void correctsWhatWasSaidAndKeepsWhoDidItAndWhy() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100));

        Acted acted = await(change.change(
                visit,
                new Correction(ServiceType.CHRONIC, null, null, CardKind.E_CERTIFICATE, "MZ-9", "ST03", false),
                act(Action.CHANGED, 'k')));

        assertThat(acted.isReplay()).isFalse();
        Visit changed = stored(visit);
        assertThat(changed).isEqualTo(acted.visit());
        assertThat(changed.registration().serviceType()).isEqualTo(ServiceType.CHRONIC);
        assertThat(changed.registration().cardKind()).isEqualTo(CardKind.E_CERTIFICATE);
        assertThat(changed.registration().visitNumber()).isEqualTo("MZ-9");
        assertThat(changed.registration().specialTreatment()).isEqualTo("ST03");
        assertThat(changed.registration().request())
                .isEqualTo(visit.registration().request());
        assertThat(changed.file().acts())
                .containsExactly(act(Action.CHANGED, 'k')
                        .changing(List.of("serviceType", "cardKind", "visitNumber", "specialTreatment")));
        assertThat(await(change.change(changed, ended(), act(Action.CHANGED, 'm')))
                        .visit()
                        .registration()
                        .specialTreatment())
                .isNull();
    }

    @Test
    void doesTheSameRequestOnceAndRefusesItsKeyForAnother() {
        Visit visit = outpatient('a');
        Acted first = await(change.change(visit, numbered("MZ-8"), act(Action.CHANGED, 'k')));

        Acted again = await(change.change(first.visit(), numbered("MZ-8"), act(Action.CHANGED, 'k')));
        Acted onAnOldCopy = await(change.change(visit, numbered("MZ-8"), act(Action.CHANGED, 'k')));
        ProblemException other = refused(cancel.cancel(first.visit(), act(Action.CANCELLED, 'k')));

        assertThat(again).isEqualTo(new Acted(first.visit(), true));
        assertThat(onAnOldCopy).isEqualTo(again);
        assertThat(other.type()).isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
        assertThat(stored(visit)).isEqualTo(first.visit());
    }

    @Test
    void leavesNoHistoryOfAChangeThatChangesNothingAndStillDoesItOnce() {
        Visit visit = outpatient('a');

        Acted idle = await(change.change(visit, numbered("MZ-a"), act(Action.CHANGED, 'k')));
        Acted changed = await(change.change(idle.visit(), numbered("MZ-8"), act(Action.CHANGED, 'm')));
        Acted again = await(change.change(changed.visit(), numbered("MZ-a"), act(Action.CHANGED, 'k')));

        assertChangedNothing(visit, idle);
        assertThat(changed.visit().revision()).isEqualTo(visit.revision() + 1);
        assertThat(again).isEqualTo(new Acted(changed.visit(), true));
        assertThat(refused(cancel.cancel(changed.visit(), act(Action.CANCELLED, 'k')))
                        .type())
                .isEqualTo(ProblemType.IDEMPOTENCY_CONFLICT);
    }

    @Test
    void changesNothingOnceSomethingIsSettled() {
        Visit settled = settled(outpatient('a', TestVisits.line(1, "1", 100)), "1");
        Visit half = settled(outpatient('b', TestVisits.line(1, "1", 100), TestVisits.line(2, "2", 100)), "1");

        assertConflict(change.change(settled, numbered("MZ-8"), act(Action.CHANGED, 'k')), "SETTLED");
        ProblemException open = assertConflict(change.change(half, numbered("MZ-8"), act(Action.CHANGED, 'k')), "OPEN");
        assertThat(open.extensions()).containsEntry("settlementId", ENTRY.value());
        assertConflict(
                change.change(settling(outpatient('c')), numbered("MZ-8"), act(Action.CHANGED, 'k')), "SETTLING");
        assertConflict(
                change.change(cancelled(outpatient('d')), numbered("MZ-8"), act(Action.CHANGED, 'k')), "CANCELLED");
    }

    @Test
    void refusesACorrectionThatDoesNotFitTheLinesOrTheStay() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100));
        Visit stay = stay('b');

        assertField(change.change(visit, startedOn(NEXT_DAY), act(Action.CHANGED, 'k')), "startedOn", "lines-within");
        assertField(
                change.change(visit, service(ServiceType.INPATIENT), act(Action.CHANGED, 'k')),
                "serviceType",
                "before-lines");
        assertField(change.change(stay, endedOn(NEXT_DAY), act(Action.CHANGED, 'k')), "endedOn", "after-discharge");
        Visit discharged = await(discharge.discharge(stay, NEXT_DAY, act(Action.DISCHARGED, ' ')));
        assertField(
                change.change(discharged, startedOn(NEXT_DAY.plusDays(1)), act(Action.CHANGED, 'k')),
                "startedOn",
                "not-before-start");
        assertThat(await(change.change(discharged, endedOn(TestVisits.DAY), act(Action.CHANGED, 'k')))
                        .visit()
                        .registration()
                        .endedOn())
                .isEqualTo(TestVisits.DAY);
    }

    @Test
    void takesNoNumberThatAnotherVisitHas() {
        outpatient('a');
        Visit visit = outpatient('b');

        ProblemException taken =
                assertConflict(change.change(visit, numbered("MZ-a"), act(Action.CHANGED, 'k')), "OPEN");

        assertThat(taken.extensions())
                .containsEntry("field", "visitNumber")
                .containsEntry("visitId", Entries.visit('a').value());
    }

    // cancellations

    @Test
    void cancelsAVisitOfWhichNothingIsSettled() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100));

        Acted acted = await(cancel.cancel(visit, act(Action.CANCELLED, 'k')));
        Acted again = await(cancel.cancel(acted.visit(), act(Action.CANCELLED, 'm')));

        assertThat(acted.visit()).isInstanceOf(Visit.Cancelled.class);
        assertThat(acted.isReplay()).isFalse();
        assertChangedNothing(acted.visit(), again);
        assertConflict(upload.upload(stored(visit), List.of(TestVisits.line(2, "1", 100))), "CANCELLED");
        assertConflict(diagnose.replace(stored(visit), List.of(), act(Action.DIAGNOSES_REPLACED, ' ')), "CANCELLED");
        assertConflict(withdrawal(stored(visit), new Selection.Unsettled(), 'w'), "CANCELLED");
        assertThat(await(visits.register(Visit.registered(TestVisits.registration('b', ServiceType.OUTPATIENT)
                        .with(ServiceType.OUTPATIENT, TestVisits.DAY, null, CardKind.PROVINCIAL_CARD, "MZ-a", null)))))
                .isInstanceOf(RegistrationOutcome.Registered.class);
    }

    @Test
    void cancelsNoVisitWhileASettlementOfItIsLiveOrInFlight() {
        Visit settled = settled(outpatient('a', TestVisits.line(1, "1", 100)), "1");

        ProblemException problem = assertConflict(cancel.cancel(settled, act(Action.CANCELLED, 'k')), "SETTLED");

        assertThat(problem.extensions()).containsEntry("settlementId", ENTRY.value());
        assertConflict(cancel.cancel(settling(outpatient('b')), act(Action.CANCELLED, 'k')), "SETTLING");
        assertThat(stored(settled)).isEqualTo(settled);
    }

    @Test
    void seesThroughASettlementThatWasUndoneBehindTheVisitsBack() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100));
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", visit.id());
        await(chain.append(Entries.credit(Head.empty(Entries.PERSON), "credit")));
        await(chain.append(settlement));
        Visit settled = ((Visit.Open) visit).settled(new Scope.Batch("1"), new Unpublished(settlement.id(), null));
        await(visits.replace(settled));
        assertConflict(cancel.cancel(settled, act(Action.CANCELLED, 'k')), "SETTLED");
        await(chain.append(Undo.on(
                Head.of(settlement),
                Entries.NOW,
                settlement,
                EntryKind.CANCELLATION,
                settlement.requestHash(),
                new Key("H/CANCELLATION/x"))));

        Acted acted = await(cancel.cancel(settled, act(Action.CANCELLED, 'k')));

        assertThat(acted.visit()).isInstanceOf(Visit.Cancelled.class);
        assertThat(acted.visit().fees().settlements()).isEmpty();
    }

    // withdrawals

    @Test
    void withdrawsLinesByNumberAndTakesTheirNumbersAgain() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100), TestVisits.line(2, "1", 200));
        visit = await(upload.upload(visit, List.of(TestVisits.line(3, "2", 400))));

        Acted acted = await(withdrawal(visit, new Selection.Numbers(List.of(2, 3)), 'k'));

        assertThat(await(visits.lines(acted.visit()))).containsExactly(TestVisits.line(1, "1", 100));
        assertThat(acted.visit().fees().batches())
                .extracting(FeeSheet.Batch::name)
                .containsExactly("1");
        assertThat(acted.visit().fees().totalCost().fen()).isEqualTo(100);
        assertThat(acted.visit().file().acts().getLast().what()).containsExactly("lines=2", "lineNumbers=2-3");
        Visit again = await(upload.upload(acted.visit(), List.of(TestVisits.line(2, "1", "YP0101", 250))));
        assertThat(await(visits.lines(again)))
                .containsExactly(TestVisits.line(1, "1", 100), TestVisits.line(2, "1", "YP0101", 250));
    }

    @Test
    void withdrawsWhatWasWithdrawnBeforeWithoutHistory() {
        Visit visit = outpatient(
                'a', TestVisits.line(1, "1", 100), TestVisits.line(2, "1", 200), TestVisits.line(3, "2", 400));
        Visit left = await(withdrawal(visit, new Selection.Numbers(List.of(2, 3)), 'k'))
                .visit();

        Acted again = await(withdrawal(left, new Selection.Numbers(List.of(3, 2)), 'l'));
        Acted batch = await(withdrawal(again.visit(), new Selection.Batch("2"), 'm'));
        Acted more = await(withdrawal(batch.visit(), new Selection.Numbers(List.of(1, 2)), 'n'));

        assertChangedNothing(left, again);
        assertChangedNothing(left, batch);
        assertThat(more.isReplay()).isFalse();
        assertThat(more.visit().file().acts().getLast().what()).containsExactly("lines=1", "lineNumbers=1", "absent=2");
    }

    @Test
    void withdrawsNothingWhereSomethingAskedForNeverWasThere() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100), TestVisits.line(2, "2", 200));
        Visit settled = settled(outpatient('b', TestVisits.line(1, "1", 100)), "1");

        assertField(withdrawal(visit, new Selection.Numbers(List.of(7)), 'k'), "lineNumbers[0]", "uploaded");
        assertField(withdrawal(visit, new Selection.Numbers(List.of(1, 7)), 'k'), "lineNumbers[1]", "uploaded");
        assertField(withdrawal(visit, new Selection.Batch("3"), 'k'), "batch", "uploaded");
        assertField(withdrawal(settled, new Selection.Numbers(List.of(7)), 'k'), "lineNumbers[0]", "uploaded");
        assertThat(stored(visit)).isEqualTo(visit);
        assertThat(stored(settled)).isEqualTo(settled);
    }

    @Test
    void isNotDoneAgainWhenItsRequestComesAgainAfterAnUpload() {
        Visit visit = outpatient('a');
        Acted nothing = await(withdrawal(visit, new Selection.Unsettled(), 'k'));
        Visit filled = await(upload.upload(nothing.visit(), List.of(TestVisits.line(1, "1", 100))));

        Acted again = await(withdrawal(filled, new Selection.Unsettled(), 'k'));

        assertThat(nothing.isReplay()).isTrue();
        assertThat(again).isEqualTo(new Acted(filled, true));
        assertThat(await(visits.lines(stored(visit)))).hasSize(1);
    }

    @Test
    void namesTheSettledLineThatIsToBeWithdrawn() {
        Visit visit = settled(outpatient('a', TestVisits.line(1, "1", 100), TestVisits.line(2, "2", 200)), "1");

        ProblemException byNumber =
                assertConflict(withdrawal(visit, new Selection.Numbers(List.of(2, 1)), 'k'), "OPEN");
        ProblemException byBatch = assertConflict(withdrawal(visit, new Selection.Batch("1"), 'k'), "OPEN");
        Acted rest = await(withdrawal(visit, new Selection.Unsettled(), 'k'));

        assertThat(byNumber.extensions())
                .containsEntry("field", "lineNumbers[1]")
                .containsEntry("settlementId", ENTRY.value());
        assertThat(byBatch.extensions()).containsEntry("field", "batch");
        assertThat(rest.visit()).isInstanceOf(Visit.Settled.class);
        assertThat(await(visits.lines(rest.visit()))).containsExactly(TestVisits.line(1, "1", 100));
        assertConflict(withdrawal(rest.visit(), new Selection.Numbers(List.of(1)), 'm'), "SETTLED");
        assertConflict(withdrawal(settling(outpatient('b')), new Selection.Unsettled(), 'k'), "SETTLING");
    }

    @Test
    void withdrawsFiveThousandLinesAtOnce() {
        List<VisitLine> lines = IntStream.rangeClosed(1, UploadFeeLines.LINES_MAX)
                .mapToObj(number -> TestVisits.line(number, "B" + number % 10, 100))
                .toList();
        Visit visit = await(upload.upload(outpatient('a'), lines));

        Acted batch = await(withdrawal(visit, new Selection.Batch("B7"), 'k'));
        Acted rest = await(withdrawal(batch.visit(), new Selection.Unsettled(), 'm'));

        assertThat(batch.visit().fees().lineCount()).isEqualTo(4_500);
        assertThat(rest.visit().fees()).isEqualTo(FeeSheet.EMPTY);
        assertThat(await(upload.upload(rest.visit(), lines)).fees().lineCount()).isEqualTo(5_000);
    }

    // diagnoses

    @Test
    void keepsDiagnosesOfAnOpenVisit() {
        Visit visit = outpatient('a', TestVisits.line(1, "1", 100));
        List<Diagnosis> diagnoses = List.of(
                TestVisits.diagnosis("I10.x00", Diagnosis.Type.MAIN),
                TestVisits.diagnosis("E11.900", Diagnosis.Type.SECONDARY));

        Visit diagnosed = diagnosed(visit, diagnoses);
        Visit again = diagnosed(diagnosed, diagnoses);

        assertThat(stored(visit).file().diagnoses()).isEqualTo(diagnoses);
        assertThat(again).isEqualTo(diagnosed);
        assertThat(diagnosed.toString()).doesNotContain("I10").doesNotContain("高血压");
        Visit settled = settled(diagnosed, "1");
        assertThat(settled.file()).isEqualTo(diagnosed.file());
        assertConflict(
                diagnose.replace(settled, diagnoses.subList(0, 1), act(Action.DIAGNOSES_REPLACED, ' ')), "SETTLED");
        assertThat(diagnosed(settled, diagnoses)).isEqualTo(settled);
    }

    // discharge

    @Test
    void takesADischargeBackUntilItIsSettled() {
        Visit stay = await(upload.upload(stay('a'), List.of(TestVisits.line(1, "1", 100))));
        Visit discharged = await(discharge.discharge(stay, NEXT_DAY, act(Action.DISCHARGED, ' ')));

        Acted acted = await(readmit.cancel(discharged, act(Action.DISCHARGE_CANCELLED, 'k')));

        assertThat(acted.visit().registration().isOpenStay()).isTrue();
        assertThat(acted.visit().file().acts())
                .extracting(VisitAct::action)
                .containsExactly(Action.DISCHARGED, Action.DISCHARGE_CANCELLED);
        assertConflict(readmit.cancel(acted.visit(), act(Action.DISCHARGE_CANCELLED, 'm')), "OPEN");
        Visit.Open again =
                (Visit.Open) await(discharge.discharge(acted.visit(), NEXT_DAY, act(Action.DISCHARGED, ' ')));
        Visit settled = again.settled(new Scope.Discharge(), new Unpublished(ENTRY, null));
        await(visits.replace(settled));
        assertConflict(readmit.cancel(settled, act(Action.DISCHARGE_CANCELLED, 'm')), "SETTLED");
        assertConflict(discharge.discharge(settled, TestVisits.DAY, act(Action.DISCHARGED, ' ')), "SETTLED");
        assertConflict(readmit.cancel(outpatient('b'), act(Action.DISCHARGE_CANCELLED, 'm')), "OPEN");
    }

    @Test
    void isChangedABoundedNumberOfTimes() {
        Visit.Open open = (Visit.Open) outpatient('a');
        for (int i = 0; i < VisitFile.ACTS_MAX; i++) {
            open = open.changed(open.registration(), act(Action.CHANGED, ' '));
            await(visits.replace(open));
        }

        assertConflict(cancel.cancel(open, act(Action.CANCELLED, 'k')), "OPEN");
    }

    private static void assertChangedNothing(Visit before, Acted acted) {
        assertThat(acted.isReplay()).isTrue();
        assertThat(acted.visit().file().acts()).isEqualTo(before.file().acts());
        assertThat(acted.visit().revision()).isEqualTo(before.revision());
        assertThat(acted.visit().fees()).isEqualTo(before.fees());
    }

    private Visit diagnosed(Visit visit, List<Diagnosis> diagnoses) {
        return await(diagnose.replace(visit, diagnoses, act(Action.DIAGNOSES_REPLACED, ' ')))
                .visit();
    }

    private Mono<Acted> withdrawal(Visit visit, Selection selection, char letter) {
        return withdraw.withdraw(visit, selection, act(Action.LINES_WITHDRAWN, letter));
    }

    private Visit outpatient(char letter, VisitLine... lines) {
        return registered(letter, ServiceType.OUTPATIENT, lines);
    }

    private Visit stay(char letter) {
        return registered(letter, ServiceType.INPATIENT);
    }

    private Visit registered(char letter, ServiceType service, VisitLine... lines) {
        Visit.Open visit = Visit.registered(TestVisits.registration(letter, service));
        await(visits.register(visit));
        return lines.length == 0 ? visit : await(upload.upload(visit, List.of(lines)));
    }

    private Visit settled(Visit visit, String batch) {
        Visit settled = ((Visit.Open) visit).settled(new Scope.Batch(batch), new Unpublished(ENTRY, null));
        await(visits.replace(settled));
        return settled;
    }

    private Visit settling(Visit visit) {
        Visit settling = ((Visit.Open) visit).settling(TestVisits.marker(new Scope.Batch("1")));
        await(visits.replace(settling));
        return settling;
    }

    private Visit cancelled(Visit visit) {
        return await(cancel.cancel(visit, act(Action.CANCELLED, 'z'))).visit();
    }

    private Visit stored(Visit visit) {
        return await(visits.find(visit.id()));
    }

    private static VisitAct act(Action action, char letter) {
        return TestVisits.act(action, letter);
    }

    private static Correction numbered(String number) {
        return new Correction(null, null, null, null, number, null, false);
    }

    private static Correction startedOn(LocalDate day) {
        return new Correction(null, day, null, null, null, null, false);
    }

    private static Correction endedOn(LocalDate day) {
        return new Correction(null, null, day, null, null, null, false);
    }

    private static Correction service(ServiceType service) {
        return new Correction(service, null, null, null, null, null, false);
    }

    private static Correction ended() {
        return new Correction(null, null, null, null, null, null, true);
    }

    private static ProblemException assertConflict(Mono<?> asked, String state) {
        ProblemException problem = refused(asked);
        assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT);
        assertThat(problem.extensions()).containsEntry("state", state);
        return problem;
    }

    private static void assertField(Mono<?> asked, String field, String rule) {
        assertThat(refused(asked).errors())
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(tuple(field, rule));
    }

    private static ProblemException refused(Mono<?> asked) {
        return catchThrowableOfType(ProblemException.class, asked::block);
    }
}
