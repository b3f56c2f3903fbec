package io.crosscare.settlement.visit;

import static io.crosscare.settlement.document.Awaited.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.settlement.benefit.model.ServiceType;
import io.crosscare.settlement.chain.UnpublishedEntries.Published;
import io.crosscare.settlement.chain.model.CanonicalForm;
import io.crosscare.settlement.chain.model.Entries;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Head;
import io.crosscare.settlement.chain.model.Key;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.Unpublished;
import io.crosscare.settlement.chain.model.VisitId;
import io.crosscare.settlement.visit.RegistrationOutcome.NumberTaken;
import io.crosscare.settlement.visit.RegistrationOutcome.OtherContent;
import io.crosscare.settlement.visit.RegistrationOutcome.Registered;
import io.crosscare.settlement.visit.RegistrationOutcome.Replayed;
import io.crosscare.settlement.visit.model.Diagnosis;
import io.crosscare.settlement.visit.model.FeeSheet.Freezing;
import io.crosscare.settlement.visit.model.FeeSheet.Withdrawal;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitAct;
import io.crosscare.settlement.visit.model.VisitLine;
import io.crosscare.settlement.visit.model.VisitState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What every store of visits keeps. */
public abstract class VisitsContract {

    private static final PersonId OTHER_PERSON = new PersonId("p" + "b".repeat(26));

    private static final VisitAct DISCHARGE = TestVisits.act(VisitAct.Action.DISCHARGED, ' ');
    private static final VisitAct CANCELLATION = TestVisits.act(VisitAct.Action.CANCELLED, 'c');

    private final Registration registration = TestVisits.registration('a', ServiceType.OUTPATIENT);

    /** A store without visits. */
    protected abstract Visits visits();

    @Test
    void registersARequestOnce() {
        Visits visits = visits();
        Visit.Open visit = Visit.registered(registration);

        assertThat(await(visits.register(visit))).isEqualTo(new Registered(visit));
        assertThat(await(visits.register(visit))).isEqualTo(new Replayed(visit));
        assertThat(await(visits.find(visit.id()))).isEqualTo(visit);
    }

    @Test
    void refusesAKeyWithAnotherContentAndANumberUnderAnotherKey() {
        Visits visits = visits();
        await(visits.register(Visit.registered(registration)));
        Registration other = TestVisits.registration('b', ServiceType.OUTPATIENT);
        Registration sameKey = with(
                other,
                new Registration.Request(registration.request().key(), new CanonicalForm("other").hash()),
                "MZ-other");
        Registration sameNumber = with(other, other.request(), registration.visitNumber());

        assertThat(await(visits.register(Visit.registered(sameKey)))).isEqualTo(new OtherContent());
        assertThat(await(visits.register(Visit.registered(sameNumber)))).isEqualTo(new NumberTaken(registration.id()));
    }

    @Test
    void keepsEveryStateAsItIs() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Visit.Open filled = open.withLines(chunk(visits, open), List.of(TestVisits.line(1, "1", 100)));
        Visit.Settling settling = filled.settling(TestVisits.marker(new Scope.Batch("1")));
        Visit settled = settling.settled(
                Entries.opening(Head.empty(Entries.PERSON), "one").id());

        Visit undone = settled.unsettled(settled.fees().settlements().iterator().next());
        Visit.Open diagnosed = ((Visit.Open) undone)
                .withDiagnoses(
                        List.of(TestVisits.diagnosis("I10.x00", Diagnosis.Type.MAIN)),
                        TestVisits.act(VisitAct.Action.DIAGNOSES_REPLACED, ' ').changing(List.of("diagnoses")));
        Visit emptied = diagnosed.withoutLines(
                new Withdrawal(
                        List.of(TestVisits.line(1, "1", 100)),
                        Set.copyOf(diagnosed.fees().chunks()),
                        null),
                TestVisits.act(VisitAct.Action.LINES_WITHDRAWN, 'w'));
        Visit remembering = emptied.remembering(new Registration.Request("H/idle", new CanonicalForm("idle").hash()));
        Visit cancelled = ((Visit.Open) remembering).cancelled(CANCELLATION);

        for (Visit next : List.of(filled, settling, settled, undone, diagnosed, emptied, remembering, cancelled)) {
            assertThat(await(visits.replace(next))).isTrue();
            assertThat(await(visits.find(open.id()))).isEqualTo(next);
        }
    }

    @Test
    void keepsThePartsOfAStay() {
        Visits visits = visits();
        Visit.Open stay = Visit.registered(TestVisits.registration('c', ServiceType.INPATIENT));
        await(visits.register(stay));
        List<VisitLine> lines = List.of(TestVisits.line(1, "1", 100), TestVisits.line(2, "1", 200));
        Visit.Open filled = stay.withLines(await(visits.storeChunk(stay.id(), lines)), lines);
        await(visits.replace(filled));
        Scope.Interim first = new Scope.Interim(1);

        Freezing freezing = await(new FreezeLines(visits).of(filled, first, Set.of(2, 99)));
        Visit.Settling settling = filled.settling(TestVisits.marker(first), freezing);
        Visit settled = settling.settled(new EntryId(Entries.PERSON, 3));

        for (Visit next : List.of(settling, settled)) {
            assertThat(await(visits.replace(next))).isTrue();
            assertThat(await(visits.find(stay.id()))).isEqualTo(next);
            assertThat(await(visits.lines(next))).isEqualTo(lines);
        }
        assertThat(freezing.lines()).containsExactly(lines.get(1));
        assertThat(await(visits.chunks(settled)).get(freezing.covering().getFirst()))
                .containsExactly(lines.get(1));
    }

    @Test
    void freesTheNumberOfACancelledVisitAndNoOther() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        Registration other = TestVisits.registration('b', ServiceType.OUTPATIENT);
        Visit.Open again = Visit.registered(with(other, other.request(), registration.visitNumber()));
        await(visits.register(open));

        assertThat(await(numbered(visits, again))).isEqualTo(open.id());
        await(visits.replace(open.cancelled(CANCELLATION)));
        assertThat(numbered(visits, again).blockOptional()).isEmpty();
        assertThat(await(visits.register(again))).isEqualTo(new Registered(again));
        assertThat(await(numbered(visits, again))).isEqualTo(again.id());
        assertThat(await(visits.replace(again.cancelled(CANCELLATION)))).isTrue();
        assertThat(await(visits.register(open))).isEqualTo(new Replayed(open.cancelled(CANCELLATION)));
    }

    @Test
    void listsAnInstitutionsVisitsPageByPage() {
        Visits visits = visits();
        List<Visit> all = new ArrayList<>();
        for (char letter = 'a'; letter < 'h'; letter++) {
            Registration one = TestVisits.registration(letter, ServiceType.OUTPATIENT);
            LocalDate day = TestVisits.DAY.plusDays((letter - 'a') / 2);
            Visit.Open visit = Visit.registered(
                    one.with(one.serviceType(), day, null, one.cardKind(), one.visitNumber(), one.specialTreatment()));
            await(visits.register(visit));
            all.add(visit);
        }
        Visit.Open first = (Visit.Open) all.getFirst();
        Visit cancelled = first.cancelled(CANCELLATION);
        await(visits.replace(cancelled));
        all.set(0, cancelled);
        all.sort(VisitQuery.ORDER);

        List<Visit> listed = new ArrayList<>();
        VisitQuery query = new VisitQuery(Entries.ZHONGSHAN, null, null, null, null, null, 3);
        List<Visit> page = await(visits.page(query));
        while (!page.isEmpty()) {
            listed.addAll(page);
            page = await(visits.page(query.behind(page.getLast())));
        }

        assertThat(listed).isEqualTo(all);
        assertThat(await(visits.page(
                        new VisitQuery(Entries.ZHONGSHAN, Entries.PERSON, VisitState.CANCELLED, null, null, null, 3))))
                .containsExactly(cancelled);
        assertThat(await(visits.page(new VisitQuery(
                        Entries.ZHONGSHAN,
                        null,
                        VisitState.OPEN,
                        TestVisits.DAY,
                        TestVisits.DAY.plusDays(1),
                        null,
                        9))))
                .hasSize(3);
        assertThat(await(visits.page(new VisitQuery(Entries.ZHONGSHAN, OTHER_PERSON, null, null, null, null, 3))))
                .isEmpty();
    }

    @Test
    void letsNoVisitTakeTheNumberOfAnother() {
        Visits visits = visits();
        Visit.Open other = Visit.registered(TestVisits.registration('b', ServiceType.OUTPATIENT));
        await(visits.register(Visit.registered(registration)));
        await(visits.register(other));
        Registration renumbered =
                with(other.registration(), other.registration().request(), registration.visitNumber());

        assertThat(await(visits.replace(other.changed(renumbered, TestVisits.act(VisitAct.Action.CHANGED, 'n')))))
                .isFalse();
        assertThat(await(visits.find(other.id()))).isEqualTo(other);
    }

    @Test
    void tellsTheLinesByTheChunksTheyAreIn() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        List<VisitLine> lines = List.of(TestVisits.line(1, "1", 100));
        String first = await(visits.storeChunk(open.id(), lines));
        List<VisitLine> others = List.of(TestVisits.line(2, "1", 200));
        String second = await(visits.storeChunk(open.id(), others));

        Visit.Open filled = open.withLines(first, lines).withLines(second, others);

        assertThat(await(visits.chunks(open))).isEmpty();
        assertThat(await(visits.chunks(filled))).isEqualTo(Map.of(first, lines, second, others));
    }

    @Test
    void letsOneOfManyTransitionsHappen() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));

        List<Boolean> replaced = await(Flux.range(0, 8)
                .flatMap(n -> visits.replace(open.discharged(LocalDate.of(2019, 10, n + 1), DISCHARGE))
                        .subscribeOn(Schedulers.parallel()))
                .collectList());

        assertThat(replaced).containsOnlyOnce(true);
        assertThat(await(visits.find(open.id())).version()).isEqualTo(2);
    }

    @Test
    void countsOnlyLinesThatTheVisitNames() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        String named = chunk(visits, open);
        chunk(visits, open);

        Visit.Open filled = open.withLines(named, List.of(TestVisits.line(1, "1", 100)));

        assertThat(await(visits.lines(open))).isEmpty();
        assertThat(await(visits.lines(filled))).containsExactly(TestVisits.line(1, "1", 100));
    }

    @Test
    void findsWhatHasBeenSettlingForLong() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Visit.Settling settling = open.settling(TestVisits.marker(new Scope.Batch("1")));
        await(visits.replace(settling));

        assertThat(await(visits.settlingSince(Entries.NOW, 10).collectList())).isEmpty();
        assertThat(await(visits.settlingSince(Entries.NOW.plus(Duration.ofMillis(1)), 10)
                        .collectList()))
                .containsExactly(settling);
    }

    @Test
    void namesUnpublishedEntriesUntilTheyArePublished() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Visit.Open filled = open.withLines(
                chunk(visits, open), List.of(TestVisits.line(1, "1", 100), TestVisits.line(2, "2", 100)));
        await(visits.replace(filled));
        Settlement first = Entries.settlement(Entries.headWithAccount(), "one", open.id());
        Settlement second = Entries.settlement(Head.of(Entries.credit(Head.of(first), "credit-2")), "two", open.id());
        Visit.Settling settling = filled.settling(TestVisits.marker(new Scope.Batch("1")));
        await(visits.replace(settling));
        Visit.Open between = (Visit.Open) settling.settled(first.id());
        await(visits.replace(between));
        Visit.Settling again = between.settling(TestVisits.marker(new Scope.Batch("2")));
        await(visits.replace(again));
        await(visits.replace(again.settled(second.id())));

        Unpublished firstOnes = new Unpublished(first.id(), TestVisits.TRACEPARENT);
        Unpublished secondOnes = new Unpublished(second.id(), TestVisits.TRACEPARENT);
        assertThat(await(visits.unpublished(10).collectList())).containsExactly(firstOnes, secondOnes);
        visits.published(List.of(new Published(first, TestVisits.TRACEPARENT))).block();
        visits.published(List.of(new Published(first, TestVisits.TRACEPARENT))).block();
        assertThat(await(visits.unpublished(10).collectList())).containsExactly(secondOnes);
        visits.published(List.of(new Published(second, TestVisits.TRACEPARENT))).block();
        assertThat(await(visits.unpublished(10).collectList())).isEmpty();

        visits.allUnpublished().then(visits.allUnpublished()).block();

        List<Unpublished> toldAgain = await(visits.unpublished(10).collectList());
        assertThat(toldAgain).extracting(Unpublished::entry).containsExactly(first.id(), second.id());
        visits.published(List.of(
                        new Published(first, toldAgain.getFirst().traceparent()),
                        new Published(second, toldAgain.getLast().traceparent())))
                .block();
        assertThat(await(visits.unpublished(10).collectList())).isEmpty();
    }

    @Test
    void forgetsAPublishedEntryThatHadNoTrace() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Settlement settlement = Entries.settlement(Entries.headWithAccount(), "one", open.id());
        await(visits.replace(open.settled(new Scope.Batch("1"), new Unpublished(settlement.id(), null))));

        assertThat(await(visits.unpublished(10).collectList())).containsExactly(new Unpublished(settlement.id(), null));
        visits.published(List.of(new Published(settlement, null))).block();
        assertThat(await(visits.unpublished(10).collectList())).isEmpty();
    }

    @Test
    void tellsAKeyThatIsInFlightFromOthers() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Visit.Settling settling = open.settling(TestVisits.marker(new Scope.Batch("1")));
        Key key = settling.marker().key();

        assertThat(await(visits.isSettling(Entries.PERSON, key))).isFalse();
        await(visits.replace(settling));
        assertThat(await(visits.isSettling(Entries.PERSON, key))).isTrue();
        assertThat(await(
                        visits.isSettling(Entries.PERSON, key, settling.marker().billHash())))
                .isTrue();
        assertThat(await(visits.isSettling(Entries.PERSON, key, "f".repeat(64))))
                .as("another attempt under the same key")
                .isFalse();
        assertThat(await(visits.isSettling(OTHER_PERSON, key, settling.marker().billHash())))
                .isFalse();
        assertThat(await(visits.isSettling(Entries.PERSON, Entries.key("another"))))
                .isFalse();
        assertThat(await(visits.isSettling(OTHER_PERSON, key))).isFalse();
        await(visits.replace(settling.reopened()));
        assertThat(await(visits.isSettling(Entries.PERSON, key))).isFalse();
    }

    @Test
    void knowsWhereAPersonHasBeen() {
        Visits visits = visits();
        await(visits.register(Visit.registered(registration)));

        assertThat(await(visits.hasVisitOf(Entries.PERSON, Entries.ZHONGSHAN))).isTrue();
        assertThat(await(visits.hasVisitOf(OTHER_PERSON, Entries.ZHONGSHAN))).isFalse();
        assertThat(await(visits.hasVisitOf(Entries.PERSON, new InstitutionCode("H31000000002"))))
                .isFalse();
    }

    @Test
    void tellsWhoIsInHospitalNow() {
        Visits visits = visits();
        Visit.Open stay = Visit.registered(TestVisits.registration('c', ServiceType.INPATIENT));
        Visit.Open discharged = Visit.registered(TestVisits.registration('d', ServiceType.INPATIENT));
        await(visits.register(Visit.registered(registration)));
        await(visits.register(stay));
        await(visits.register(discharged));
        await(visits.replace(discharged.discharged(TestVisits.DAY, DISCHARGE)));
        Visit.Open cancelled = Visit.registered(TestVisits.registration('e', ServiceType.INPATIENT));
        await(visits.register(cancelled));
        await(visits.replace(cancelled.cancelled(CANCELLATION)));

        assertThat(await(
                        visits.openStaysOf(Set.of(Entries.PERSON, OTHER_PERSON)).collectList()))
                .containsExactly(stay);
        assertThat(await(visits.openStaysOf(Set.of(OTHER_PERSON)).collectList()))
                .isEmpty();
    }

    @Test
    void keepsAnUndoneScopeOpen() {
        Visits visits = visits();
        Visit.Open open = Visit.registered(registration);
        await(visits.register(open));
        Visit.Open filled = open.withLines(chunk(visits, open), List.of(TestVisits.line(1, "1", 100)));
        await(visits.replace(filled));
        EntryId entry = new EntryId(Entries.PERSON, 3);
        Visit settled = filled.settled(new Scope.Batch("1"), new Unpublished(entry, null));
        await(visits.replace(settled));

        await(visits.replace(settled.unsettled(entry)));

        assertThat(await(visits.find(open.id()))).isEqualTo(settled.unsettled(entry));
    }

    private static String chunk(Visits visits, Visit visit) {
        return await(visits.storeChunk(visit.id(), List.of(TestVisits.line(1, "1", 100))));
    }

    private static Registration with(Registration other, Registration.Request request, String number) {
        return new Registration(
                other.id(),
                other.person(),
                other.insuredRegion(),
                other.institution(),
                other.careRegion(),
                other.serviceType(),
                other.startedOn(),
                other.endedOn(),
                other.cardKind(),
                number,
                other.specialTreatment(),
                request,
                other.registeredAt());
    }

    private static Mono<VisitId> numbered(Visits visits, Visit like) {
        Registration one = like.registration();
        return visits.numbered(one.institution(), one.person(), one.visitNumber());
    }
}
