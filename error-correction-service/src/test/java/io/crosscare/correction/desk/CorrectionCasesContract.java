package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CorrectionCases.Count;
import io.crosscare.correction.desk.CorrectionCases.OpenCount;
import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.CorrectionCases.Query;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.CorrectionCases.UnpublishedChange;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseState;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Fact;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Order;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Source;
import io.crosscare.correction.desk.model.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every implementation of {@link CorrectionCases} promises. */
public abstract class CorrectionCasesContract {

    private static final Instant NOW = Facts.minute(60);
    private static final Reason ALREADY = Reason.ALREADY_SETTLED;

    private final RandomIds ids = RandomIds.secure();
    private final PersonId person = ids.nextPersonId();

    protected abstract CorrectionCases cases();

    @Test
    void givesBackWhatWasAddedAndChangedWithEveryKindOfFact() {
        CorrectionCase opened = opened('a', Facts.NO_FILING, 2);
        add(opened);

        CorrectionCase full = stored(opened)
                .refused(Facts.onTheWay(subject('a', Facts.NO_FILING), 2, Facts.minute(3), Facts.DAY), NOW)
                .answered(Source.FILING, everyFact(), NOW)
                .entered(Facts.settled(person, 3, Facts.minute(4)), NOW)
                .entered(Facts.undone(5, 6, 3), NOW)
                .commented(Facts.comment("k1", "第一行\n第二行"), NOW);
        replace(full, true);

        CorrectionCase found = stored(full);
        assertThat(found)
                .usingRecursiveComparison()
                .ignoringFields("file.version")
                .isEqualTo(full);
        assertThat(found.state()).isEqualTo(CaseState.RESOLVED);
        assertThat(found.file().version()).isGreaterThan(full.file().version());
    }

    @Test
    void givesBackTheWorkOnACaseAtEveryStage() {
        CorrectionCase waiting = add(opened('a', Facts.NO_FILING, 2).dated(DeskWorld.TERMS));
        Set<Office> none = Set.of();
        Order take = new Order.Take(DeskWorld.HOSPITAL, new Receipt("k1", "take"));
        Order escalate = new Order.Escalate(DeskWorld.HOSPITAL, new Receipt("k2", "on"), "请协查", none);
        Order resolve = new Order.Resolve(DeskWorld.HOSPITAL, new Receipt("k3", "done"), "已办");
        Order reopen = new Order.Reopen(DeskWorld.HOSPITAL, new Receipt("k4", "again"), "未办");

        assertKept(waiting.timed(none, NOW.plus(Duration.ofHours(5))));
        assertKept(stored(waiting).ordered(take, NOW));
        assertKept(stored(waiting).ordered(escalate, NOW).dated(DeskWorld.TERMS));
        assertKept(stored(waiting).ordered(resolve, NOW));
        assertKept(stored(waiting).ordered(reopen, NOW).dated(DeskWorld.TERMS));

        assertThat(stored(waiting).file().handling().acts()).hasSize(5);
        assertThat(stored(waiting).file().changes()).hasSize(6);
    }

    private void assertKept(CorrectionCase changed) {
        replace(changed, true);
        assertThat(stored(changed))
                .usingRecursiveComparison()
                .ignoringFields("file.version")
                .isEqualTo(changed);
        assertThat(list(null, 10)).contains(Summary.of(changed));
    }

    @Test
    void knowsOfWhichCasesTimeHasSomethingToSay() {
        CorrectionCase undated = add(opened('a', Facts.NO_FILING, 2));
        CorrectionCase dated = add(opened('b', Facts.NO_FILING, 2).dated(DeskWorld.TERMS));
        CorrectionCase resolved = add(opened('c', Facts.NO_FILING, 2).dated(DeskWorld.TERMS));
        replace(resolved.entered(Facts.settled(person, 3, Facts.minute(4)), NOW), true);
        Instant remindAt = dated.file().handling().stage().nextAt().orElseThrow();

        assertThat(due(remindAt.minusMillis(1))).containsExactly(undated.id());
        assertThat(due(remindAt)).containsExactlyInAnyOrder(undated.id(), dated.id());
        replace(stored(dated).timed(Set.of(), remindAt), true);
        assertThat(due(remindAt)).containsExactly(undated.id());
        cases().due(remindAt, 1).as(StepVerifier::create).expectNextCount(1).verifyComplete();
    }

    private List<CaseId> due(Instant now) {
        return cases().due(now, 10_000)
                .filter(one -> one.file().subject().scope().person().equals(person))
                .map(CorrectionCase::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void isEmptyForWhatItDoesNotKnow() {
        cases().find(new CaseId("c" + "z".repeat(26))).as(StepVerifier::create).verifyComplete();
        cases().of(Facts.scope(person, 'a', "1")).as(StepVerifier::create).verifyComplete();
        cases().of(person).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void addsACaseOnce() {
        CorrectionCase opened = opened('a', Facts.NO_FILING, 2);
        add(opened);

        cases().add(opened).as(StepVerifier::create).expectNext(false).verifyComplete();
    }

    @Test
    void writesNoChangeOverAnother() {
        add(opened('a', Facts.NO_FILING, 2));
        CorrectionCase read = stored(opened('a', Facts.NO_FILING, 2));

        replace(read.commented(Facts.comment("k1", "一"), NOW), true);
        replace(read.commented(Facts.comment("k2", "二"), NOW), false);

        assertThat(stored(read).file().comments()).hasSize(1);
    }

    @Test
    void findsTheCasesOfAScopeAndOfAPerson() {
        CorrectionCase one = add(opened('a', Facts.NO_FILING, 2));
        CorrectionCase sameScope = add(opened('a', ALREADY, 3));
        CorrectionCase sameVisit = add(opened(new CaseSubject(Facts.scope(person, 'a', null), Facts.NO_FILING), 4));
        add(opened(Facts.subject(ids.nextPersonId(), 'a', Facts.NO_FILING), 5));

        assertThat(idsOf(cases().of(Facts.scope(person, 'a', "1"))))
                .containsExactlyInAnyOrder(one.id(), sameScope.id());
        assertThat(idsOf(cases().of(Facts.scope(person, 'a', null)))).containsExactly(sameVisit.id());
        assertThat(idsOf(cases().of(person))).containsExactly(sameVisit.id(), sameScope.id(), one.id());
    }

    @Test
    void knowsWhichNeighboursAreStillToBeAsked() {
        CorrectionCase one = add(opened('a', Facts.NO_FILING, 2));

        replace(stored(one).answered(Source.FILING, List.of(), NOW), true);

        assertThat(idsOf(cases().awaiting(Source.FILING, 1000))).doesNotContain(one.id());
        assertThat(idsOf(cases().awaiting(Source.REGISTRY, 1000))).contains(one.id());
    }

    @Test
    void listsTheNewestFirstPageByPage() {
        List<CorrectionCase> added = Stream.of('a', 'b', 'c', 'd', 'e')
                .map(visit -> add(opened(visit, Facts.NO_FILING, visit == 'c' ? 3 : visit - 'a' + 2)))
                .toList();

        List<Summary> all = list(null, 10);
        List<Summary> first = list(null, 2);
        List<Summary> second = list(first.getLast().place(), 2);
        List<Summary> third = list(second.getLast().place(), 2);

        assertThat(all)
                .hasSize(added.size())
                .isSortedAccordingTo((one, other) ->
                        other.place().openedAt().compareTo(one.place().openedAt()));
        assertThat(Stream.of(first, second, third).flatMap(List::stream).toList())
                .isEqualTo(all);
        assertThat(all.getLast()).isEqualTo(Summary.of(added.getFirst()));
    }

    @ParameterizedTest(name = "state {0} reason {1} institution {2} insured {3} care {4}: {5}")
    @CsvSource({
        ",,,,,                                  open resolved",
        "OPEN,,,,,                              open",
        "RESOLVED,,,,,                          resolved",
        ",NO_FILING,,,,                         open",
        "RESOLVED,NO_FILING,,,,                 ",
        ",,H31000000001,,,                      open resolved",
        ",,H31000000002,,,                      ",
        ",,,321100,,                            open resolved",
        ",,,320000,,                            ",
        ",,,321100,310000,                      open resolved",
        ",,,,330100,                            ",
    })
    void filters(
            @Nullable CaseState state,
            @Nullable String reason,
            @Nullable String institution,
            @Nullable String insured,
            @Nullable String care,
            @Nullable String expected) {
        CorrectionCase open = add(opened('a', Facts.NO_FILING, 2));
        CorrectionCase resolved = add(opened('b', ALREADY, 3));
        replace(stored(resolved).entered(Facts.settled(person, 3, Facts.minute(4)), NOW), true);

        List<CaseId> found = listed(new Query(
                new CaseSight.Everything(),
                state,
                reason == null ? null : new Reason(reason),
                institution == null ? null : new InstitutionCode(institution),
                insured == null ? null : new RegionCode(insured),
                care == null ? null : new RegionCode(care),
                person,
                null,
                10));

        List<CaseId> wanted = expected == null
                ? List.of()
                : Stream.of(expected.split(" ", -1))
                        .map(name -> name.equals("open") ? open.id() : resolved.id())
                        .toList();
        assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest(name = "level {0} stage {1} office {2} region {3} opened before {4} due before {5}: {6}")
    @CsvSource({
        // the hospital has "waiting" since minute 2; "up" of minute 3 lies with Shanghai; "done" of minute 4 is
        // resolved
        ",,,,,,                              waiting up done",
        "HOSPITAL,,,,,,                      waiting done",
        "CARE_AGENCY,,,,,,                   up",
        "PROVINCE,,,,,,                      ",
        ",WAITING,,,,,                       waiting up",
        ",DONE,,,,,                          done",
        ",,310000,,,,                        up",
        ",,H31000000001,,,,                  waiting done",
        ",,,321100,,,                        waiting up done",
        ",,,320000,,,                        waiting up done",
        ",,,310000,,,                        waiting up done",
        ",,,330000,,,                        ",
        ",,,,4,,                             waiting up",
        ",,,,2,,                             ",
        ",,,,,2026-11-25T02:00:00Z,          ",
        ",,,,,2026-11-25T02:00:01Z,          waiting up",
        "CARE_AGENCY,WAITING,310000,310000,9,2026-11-26T02:00:00Z, up",
    })
    void filtersByTheWork(
            @Nullable Level level,
            Stage.@Nullable Name stage,
            @Nullable String office,
            @Nullable String region,
            @Nullable Long openedBefore,
            @Nullable Instant dueBefore,
            @Nullable String expected) {
        Map<CaseId, String> names = worked();
        WorkFilter filter = new WorkFilter(
                level,
                stage,
                office,
                region == null ? null : new RegionCode(region),
                openedBefore == null ? null : Facts.minute(openedBefore),
                dueBefore);

        List<CaseId> found = listed(new Query(
                new CaseSight.OfRegion(Facts.ZHENJIANG), null, null, null, null, null, person, null, 10, filter));

        assertThat(found.stream().map(names::get))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(" ", -1));
    }

    @Test
    void goesOnBehindAPlaceAlsoWhereOlderOnesAreAskedFor() {
        worked();
        WorkFilter filter = new WorkFilter(null, null, null, null, Facts.minute(4), null);
        Query query = new Query(new CaseSight.OfPerson(person), null, null, null, null, null, null, null, 1, filter);

        Summary first = cases().list(query).next().blockOptional().orElseThrow();

        List<Summary> rest = cases().list(query.behind(first.place()))
                .collectList()
                .blockOptional()
                .orElseThrow();
        assertThat(rest).hasSize(1);
        assertThat(rest.getFirst().place().openedAt()).isEqualTo(Facts.minute(2));
    }

    @Test
    void countsWhatIsOpenByLevelAndReason() {
        worked();
        WorkFilter late = new WorkFilter(null, null, null, null, null, NOW.plus(Duration.ofDays(2)));

        assertThat(openCounts(WorkFilter.NONE))
                .containsExactlyInAnyOrder(
                        new OpenCount(Level.HOSPITAL, Facts.NO_FILING, null, 1),
                        new OpenCount(Level.CARE_AGENCY, Facts.NO_FILING, null, 1));
        assertThat(openCounts(late)).hasSize(2);
        assertThat(openCounts(new WorkFilter(null, null, null, null, Facts.minute(3), null)))
                .containsExactly(new OpenCount(Level.HOSPITAL, Facts.NO_FILING, null, 1));
    }

    private List<OpenCount> openCounts(WorkFilter filter) {
        return cases().openCounts(new CaseSight.OfPerson(person), filter)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private Map<CaseId, String> worked() {
        CorrectionCase waiting = add(opened('a', Facts.NO_FILING, 2).dated(DeskWorld.TERMS));
        CorrectionCase up = add(opened('b', Facts.NO_FILING, 3).dated(DeskWorld.TERMS));
        Set<Office> known = Set.of(new Office(Level.CARE_AGENCY, "310000"));
        Order escalate = new Order.Escalate(DeskWorld.HOSPITAL, new Receipt("k1", "on"), "请协查", known);
        replace(up.ordered(escalate, NOW).dated(DeskWorld.TERMS), true);
        CorrectionCase done = add(opened('c', Facts.NO_FILING, 4).dated(DeskWorld.TERMS));
        replace(done.entered(Facts.settled(person, 3, Facts.minute(5)), NOW), true);
        return Map.of(waiting.id(), "waiting", up.id(), "up", done.id(), "done");
    }

    @Test
    void showsToEachItsOwnAndNothingElse() {
        CorrectionCase one = add(opened('a', Facts.NO_FILING, 2));
        PersonId stranger = ids.nextPersonId();

        assertThat(seenBy(new CaseSight.OfInstitution(Facts.ZHONGSHAN), null)).containsExactly(one.id());
        assertThat(seenBy(new CaseSight.OfInstitution(new InstitutionCode("H31000000002")), null))
                .isEmpty();
        for (String region : List.of("321100", "320000", "310000")) {
            assertThat(seenBy(new CaseSight.OfRegion(new RegionCode(region)), null))
                    .as(region)
                    .containsExactly(one.id());
        }
        for (String region : List.of("321102", "320100", "330000", "310115")) {
            assertThat(seenBy(new CaseSight.OfRegion(new RegionCode(region)), null))
                    .as(region)
                    .isEmpty();
        }
        assertThat(seenBy(new CaseSight.OfPerson(person), null)).containsExactly(one.id());
        assertThat(seenBy(new CaseSight.OfPerson(stranger), null)).isEmpty();
        // asking for another institution than one's own asks for nothing
        assertThat(seenBy(new CaseSight.OfInstitution(Facts.ZHONGSHAN), new InstitutionCode("H31000000002")))
                .isEmpty();
    }

    @Test
    void seesADistrictFromItsCityAndProvinceAsTheSightItselfDoes() {
        RegionCode district = new RegionCode("321102");
        CorrectionCase one = add(CorrectionCase.opened(
                Facts.refusal(
                        subject('a', Facts.NO_FILING),
                        1,
                        Facts.minute(2),
                        Facts.ZHONGSHAN,
                        district,
                        new RegionCode("310115")),
                NOW));

        for (String region : List.of("321102", "321100", "320000", "310115", "310100", "310000", "321111", "330000")) {
            CaseSight sight = new CaseSight.OfRegion(new RegionCode(region));
            assertThat(seenBy(sight, null)).as(region).isEqualTo(sight.shows(one) ? List.of(one.id()) : List.of());
        }
    }

    @Test
    void countsByStateAndReasonWithinTheSight() {
        add(opened('a', Facts.NO_FILING, 2));
        add(opened('b', Facts.NO_FILING, 1));
        CorrectionCase resolved = add(opened('c', ALREADY, 3));
        replace(stored(resolved).entered(Facts.settled(person, 3, Facts.minute(4)), NOW), true);

        List<Count> counts = cases().counts(new CaseSight.OfPerson(person), null)
                .collectList()
                .blockOptional()
                .orElseThrow();

        assertThat(counts)
                .containsExactlyInAnyOrder(
                        new Count(CaseState.OPEN, Facts.NO_FILING, 2, Facts.minute(1)),
                        new Count(CaseState.RESOLVED, ALREADY, 1, Facts.minute(3)));
        assertThat(cases().counts(new CaseSight.OfPerson(person), CaseState.OPEN)
                        .collectList()
                        .block())
                .containsExactly(new Count(CaseState.OPEN, Facts.NO_FILING, 2, Facts.minute(1)));
    }

    @Test
    void keepsStepsUnpublishedUntilTheyAreMarkedAndForgetsNoneThatCameLater() {
        CorrectionCase one = add(opened('a', Facts.NO_FILING, 2));
        replace(stored(one).commented(Facts.comment("k1", "一"), NOW), true);
        CorrectionCase read = stored(one);

        assertThat(unpublished(one)).containsExactly(1L, 2L);
        published(one, 1);
        assertThat(unpublished(one)).containsExactly(2L);
        // whoever had read before the mark reads again
        replace(read.commented(Facts.comment("k2", "二"), NOW), false);
        replace(stored(one).commented(Facts.comment("k2", "二"), NOW), true);
        published(one, 2);
        assertThat(unpublished(one)).containsExactly(3L);
        published(one, 3);
        published(one, 2);
        assertThat(unpublished(one)).isEmpty();
    }

    @Test
    void tellsEveryStepAgainWhenAskedTo() {
        CorrectionCase one = add(opened('a', Facts.NO_FILING, 2));
        replace(stored(one).commented(Facts.comment("k1", "一"), NOW), true);
        published(one, 1);
        published(one, 2);
        CorrectionCase read = stored(one);

        cases().allUnpublished().as(StepVerifier::create).verifyComplete();

        assertThat(unpublished(one)).containsExactly(1L, 2L);
        // whoever had read before reads again
        replace(read.commented(Facts.comment("k2", "二"), NOW), false);
        published(one, 1);
        assertThat(unpublished(one)).containsExactly(2L);
    }

    private List<Long> unpublished(CorrectionCase one) {
        return cases().unpublished(10_000)
                .filter(change -> change.of().id().equals(one.id()))
                .map(UnpublishedChange::change)
                .map(change -> change.seq())
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private void published(CorrectionCase one, long seq) {
        cases().published(one.id(), seq).as(StepVerifier::create).verifyComplete();
    }

    private List<CaseId> seenBy(CaseSight sight, @Nullable InstitutionCode institution) {
        return listed(new Query(sight, null, null, institution, null, null, person, null, 10));
    }

    private List<CaseId> listed(Query query) {
        return cases().list(query)
                .map(Summary::id)
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private List<Summary> list(@Nullable Place after, int limit) {
        return cases().list(new Query(new CaseSight.Everything(), null, null, null, null, null, person, after, limit))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private CorrectionCase add(CorrectionCase opened) {
        cases().add(opened).as(StepVerifier::create).expectNext(true).verifyComplete();
        return stored(opened);
    }

    private void replace(CorrectionCase changed, boolean isReplaced) {
        cases().replace(changed).as(StepVerifier::create).expectNext(isReplaced).verifyComplete();
    }

    private CorrectionCase stored(CorrectionCase one) {
        return cases().find(one.id()).blockOptional().orElseThrow();
    }

    private static List<CaseId> idsOf(Flux<CorrectionCase> found) {
        return found.map(CorrectionCase::id).collectList().blockOptional().orElseThrow();
    }

    private CaseSubject subject(char visit, Reason reason) {
        return Facts.subject(person, visit, reason);
    }

    private CorrectionCase opened(char visit, Reason reason, long minute) {
        return opened(subject(visit, reason), minute);
    }

    private static CorrectionCase opened(CaseSubject subject, long minute) {
        return CorrectionCase.opened(Facts.refusal(subject, 1, Facts.minute(minute)), NOW);
    }

    private static List<Fact> everyFact() {
        return List.of(
                Facts.filed('a', 1, 3, "310000"),
                new Fact.NothingFiled(Facts.minute(4)),
                new Fact.InstitutionStated("H31000000001", "复旦大学附属中山医院", "310000", null, "OPEN", 3, Facts.minute(5)),
                new Fact.InstitutionAbsent("H31000000002", Facts.minute(6)),
                new Fact.ConnectionStated(
                        false,
                        "NOT_CONNECTED_ON_DATE",
                        "尚未开通",
                        "not open",
                        LocalDate.of(2019, 9, 10),
                        LocalDate.of(2019, 10, 28),
                        "321100-330000-OUTPATIENT-OUTBOUND",
                        2,
                        "Z 五.2",
                        "官方",
                        Facts.minute(7)),
                new Fact.ConnectionStated(
                        true,
                        null,
                        "已开通",
                        "open",
                        LocalDate.of(2019, 9, 10),
                        null,
                        null,
                        0,
                        "x",
                        "假设",
                        Facts.minute(8)),
                new Fact.PersonStated(
                        "SUSPENDED",
                        List.of(new Fact.CardStated("PROVINCIAL_CARD", "321100", "LOST")),
                        4,
                        Facts.minute(10)),
                new Fact.PromiseStated("f" + "a".repeat(26), LocalDate.of(2019, 9, 1), "OPEN", 1, Facts.minute(11)),
                new Fact.UploadStated("f" + "a".repeat(26), 2, 1, "SENT", 5, Facts.minute(12)),
                new Fact.Unanswered(Source.REGISTRY, 400, Facts.minute(9)));
    }
}
