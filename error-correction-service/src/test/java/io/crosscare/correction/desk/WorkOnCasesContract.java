package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.desk.CorrectionCases.Ending;
import io.crosscare.correction.desk.CorrectionCases.OpenCount;
import io.crosscare.correction.desk.CorrectionCases.Patients;
import io.crosscare.correction.desk.CorrectionCases.Place;
import io.crosscare.correction.desk.CorrectionCases.Summary;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Outage;
import io.crosscare.correction.desk.model.Reach;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.Recheck.Outcome;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RepairRun;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What every implementation of {@link CorrectionCases} promises of what the desk finds out and does by itself. */
public abstract class WorkOnCasesContract {

    private static final Instant NOW = Facts.minute(60);
    private static final Reason STALE = new Reason("EXTERNAL_FEED_STALE");
    private static final InstitutionCode OTHER = new InstitutionCode("H31000000002");
    private static final Reach REACH = Reach.of(Facts.ZHONGSHAN, Facts.ZHENJIANG, Facts.SHANGHAI);
    private static final CaseSight ALL = new CaseSight.Everything();

    private final RandomIds ids = RandomIds.secure();
    private final CaseId group = new CaseId("c" + ids.nextPersonId().value().substring(1));

    protected abstract CorrectionCases cases();

    @Test
    void givesBackWhatTheDeskFoundOutAndDid() {
        CorrectionCase one = add(CorrectionCase.opened(refusal(ids.nextPersonId(), Facts.NO_FILING), NOW));
        RepairRun byHand =
                new RepairRun(Repair.ASK_OWNERS, NOW, RepairRun.Outcome.DONE, "asked", "his", "f".repeat(64));
        CorrectionCase full = one.rechecked(Facts.recheck(Outcome.REFUSED, NOW, List.of("XX9999")), List.of(), NOW)
                .repaired(List.of(byHand), NOW)
                .diagnosed(Cause.NO_FILING);
        replace(full);

        assertThat(stored(one.id()).file().work()).isEqualTo(full.file().work());
        assertThat(stored(one.id()).file().work().runsByHand()).isEqualTo(1);
    }

    @Test
    void knowsWhichBillsAreToBeLookedAtAgain() {
        PersonId person = ids.nextPersonId();
        CorrectionCase one = add(CorrectionCase.opened(refusal(person, Facts.NO_FILING), NOW));
        Instant due = Objects.requireNonNull(one.file().work().nextCheckAt());

        assertThat(dueBy(due.minusMillis(1))).doesNotContain(one.id());
        assertThat(dueBy(due)).contains(one.id());

        replace(stored(one.id()).rechecked(Recheck.of(Outcome.REFUSED, NOW), List.of(), due));
        assertThat(dueBy(due)).doesNotContain(one.id());
        assertThat(dueBy(due.plus(Duration.ofHours(1)))).contains(one.id());

        replace(stored(one.id()).entered(Facts.settled(person, 3, Facts.minute(61)), NOW));
        assertThat(dueBy(due.plus(Duration.ofDays(9)))).doesNotContain(one.id());
    }

    @Test
    void findsOpenCasesByWhatTheyWaitFor() {
        PersonId person = ids.nextPersonId();
        CorrectionCase one = add(CorrectionCase.opened(refusal(person, Facts.NO_FILING), NOW));

        assertThat(all(cases().waitingAt(Facts.ZHONGSHAN, 10_000))).contains(one.id());
        assertThat(all(cases().waitingBetween(Facts.ZHENJIANG, Facts.SHANGHAI, 10_000)))
                .contains(one.id());
        assertThat(all(cases().waitingBetween(Facts.ZHENJIANG, null, 10_000))).contains(one.id());
        assertThat(all(cases().waitingBetween(Facts.SHANGHAI, null, 10_000))).doesNotContain(one.id());
        assertThat(all(cases().waitingBetween(null, Facts.SHANGHAI, 10_000))).contains(one.id());
        assertThat(all(cases().waitingBetween(null, Facts.ZHENJIANG, 10_000))).doesNotContain(one.id());

        replace(stored(one.id()).entered(Facts.settled(person, 3, Facts.minute(61)), NOW));
        assertThat(all(cases().waitingAt(Facts.ZHONGSHAN, 10_000))).doesNotContain(one.id());
    }

    @Test
    void findsOpenCasesByTheFilingThatTheUpperPlatformHasStillToTake() {
        PersonId person = ids.nextPersonId();
        String filing = "f" + "b".repeat(26);
        CorrectionCase waiting = add(CorrectionCase.opened(refusal(person, Reason.FILING_NOT_YET_UPSTREAM), NOW));
        CorrectionCase other = add(CorrectionCase.opened(refusal(person, Facts.NO_FILING), NOW));

        assertThat(all(cases().waitingForUpload(filing, 10_000)))
                .contains(waiting.id())
                .doesNotContain(other.id());
        assertThat(all(cases().waitingForUpload("f" + "z".repeat(26), 10_000))).isEmpty();

        replace(stored(waiting.id()).entered(Facts.settled(person, 3, Facts.minute(61)), NOW));
        assertThat(all(cases().waitingForUpload(filing, 10_000))).doesNotContain(waiting.id());
    }

    @Test
    void countsThePatientsOfACommonCase() {
        PersonId first = ids.nextPersonId();
        PersonId second = ids.nextPersonId();
        PersonId third = ids.nextPersonId();
        CorrectionCase common = add(CorrectionCase.common(refusal(first, STALE), group, NOW));
        CorrectionCase settled = add(CorrectionCase.joined(refusal(first, STALE), group, NOW));
        CorrectionCase ready = add(CorrectionCase.joined(refusal(second, STALE), group, NOW));
        add(CorrectionCase.joined(refusal(third, STALE), group, NOW));
        replace(settled.entered(Facts.settled(first, 3, Facts.minute(61)), NOW));
        replace(ready.rechecked(Recheck.of(Outcome.READY, NOW), List.of(), NOW));

        Patients patients = all(cases().outages(1_000)).stream()
                .filter(one -> one.outage().id().equals(group))
                .findFirst()
                .orElseThrow();

        assertThat(patients.outage()).isEqualTo(new Outage(group, 3, 2, 1, 3, REACH));
        assertThat(patients.last()).isEqualTo(Optional.of(Facts.settled(first, 3, Facts.minute(61))));
        assertThat(all(cases().waitingIn(group, 10))).hasSize(2);
        assertThat(stored(common.id()).file().work().outage()).isEqualTo(new Outage(group, 1, 1, 0, 1, REACH));
        assertThat(stored(group)).isEqualTo(stored(common.id()));
    }

    /** A silent service strikes where it will: whoever it has hit sees its case, and nobody another's patients. */
    @Test
    void showsTheCaseOfASilentServiceToAllWhomItHasHit() {
        Refusal here = Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(2), Facts.ZHONGSHAN);
        Refusal there = Facts.filingDown(ids.nextPersonId(), 1, Facts.minute(3), OTHER);
        CorrectionCase common = add(CorrectionCase.common(here, group, NOW));
        add(CorrectionCase.joined(here, group, NOW));
        CorrectionCase answered = add(CorrectionCase.joined(there, group, NOW));
        replace(answered.rechecked(Facts.recheck(Outcome.REFUSED, NOW, List.of()), List.of(), NOW));
        CaseSight ofOther = new CaseSight.OfInstitution(OTHER);

        assertThat(listed(ofOther, null)).doesNotContain(group);
        Patients counted = all(cases().outages(1_000)).stream()
                .filter(one -> one.outage().id().equals(group))
                .findFirst()
                .orElseThrow();
        replace(stored(common.id()).counted(counted.outage(), counted.last(), NOW));

        assertThat(counted.outage().ready())
                .as("whom a rule refuses now, no fault stops")
                .isEqualTo(1);
        assertThat(counted.outage().reach().institutions()).containsExactlyInAnyOrder(Facts.ZHONGSHAN, OTHER);
        assertThat(listed(ofOther, null)).contains(group);
        assertThat(listed(ofOther, OTHER)).contains(group);
        assertThat(listed(ofOther, Facts.ZHONGSHAN)).doesNotContain(group);
        assertThat(listed(ALL, OTHER)).contains(group);
        assertThat(listed(new CaseSight.OfInstitution(new InstitutionCode("H31000000003")), null))
                .doesNotContain(group);
        assertThat(ofOther.shows(stored(group))).isTrue();
        assertThat(ofOther.joins(stored(group))).isFalse();
        assertThat(stored(group)).isEqualTo(stored(common.id()));
        assertThat(all(cases().patients(group, ofOther, null, 10))).hasSize(1);
    }

    private List<CaseId> listed(CaseSight sight, @Nullable InstitutionCode institution) {
        return all(cases().list(new CorrectionCases.Query(
                        sight, null, null, institution, null, null, null, null, 10_000)))
                .stream()
                .map(Summary::id)
                .toList();
    }

    @Test
    void listsACommonCaseAndNotItsPatients() {
        PersonId person = ids.nextPersonId();
        CorrectionCase common = add(CorrectionCase.common(refusal(person, STALE), group, NOW));
        CorrectionCase patient = add(CorrectionCase.joined(refusal(person, STALE), group, NOW));
        add(CorrectionCase.joined(refusal(ids.nextPersonId(), STALE), group, NOW));

        List<CaseId> listed = all(
                        cases().list(new CorrectionCases.Query(ALL, null, STALE, null, null, null, null, null, 10_000)))
                .stream()
                .map(Summary::id)
                .toList();
        List<Summary> own =
                all(cases().list(new CorrectionCases.Query(ALL, null, null, null, null, null, person, null, 10)));
        List<Summary> patients = all(cases().patients(group, ALL, null, 1));
        List<Summary> rest =
                all(cases().patients(group, ALL, patients.getFirst().place(), 10));

        assertThat(listed).contains(common.id()).doesNotContain(patient.id());
        assertThat(own).extracting(Summary::id).containsExactly(patient.id());
        assertThat(own.getFirst().group()).isEqualTo(group);
        assertThat(patients).hasSize(1);
        assertThat(rest).hasSize(1);
        assertThat(all(cases().of(patient.file().subject().scope())))
                .extracting(CorrectionCase::id)
                .containsExactly(patient.id());
        assertThat(all(cases().of(person))).extracting(CorrectionCase::id).containsExactly(patient.id());
        assertThat(Place.of(stored(group)).id()).isEqualTo(group);
    }

    @Test
    void countsHowTheCasesOfAPeriodEndedAndWhereTheDeskWasWrong() {
        PersonId alone = ids.nextPersonId();
        PersonId helped = ids.nextPersonId();
        add(CorrectionCase.opened(refusal(ids.nextPersonId(), Facts.NO_FILING, 99_999), NOW));
        add(CorrectionCase.opened(refusal(alone, Facts.NO_FILING, 100_000), NOW)
                .diagnosed(Cause.NO_FILING)
                .entered(Facts.settled(alone, 3, Facts.minute(100_009)), NOW));
        add(CorrectionCase.opened(refusal(helped, Facts.NO_FILING, 100_001), NOW)
                .diagnosed(Cause.NO_FILING)
                .commented(Facts.comment("k", "已电话联系"), NOW)
                .entered(Facts.settled(helped, 3, Facts.minute(100_009)), NOW));
        add(misled(CorrectionCase.opened(refusal(ids.nextPersonId(), Facts.NO_FILING, 100_002), NOW)));
        Refusal stale = refusal(ids.nextPersonId(), STALE, 100_003);
        add(CorrectionCase.common(stale, group, NOW));
        add(misled(CorrectionCase.joined(stale, group, NOW)));
        add(CorrectionCase.opened(refusal(ids.nextPersonId(), Facts.NO_FILING, 100_005), NOW));

        Map<String, Long> endings = all(cases().endings(ALL, Facts.minute(100_000), Facts.minute(100_005))).stream()
                .collect(Collectors.groupingBy(
                        one -> "%s %s %s".formatted(one.state(), one.cause(), one.byHand()),
                        Collectors.summingLong(Ending::cases)));

        assertThat(endings)
                .containsOnly(
                        Map.entry("RESOLVED NO_FILING false", 1L),
                        Map.entry("RESOLVED NO_FILING true", 1L),
                        Map.entry("OPEN null false", 2L));
        assertThat(cases().misled(ALL, Facts.minute(100_000), Facts.minute(100_005))
                        .block())
                .isEqualTo(2);
        assertThat(cases().misled(ALL, Facts.minute(100_005), Facts.minute(100_006))
                        .block())
                .isZero();
        assertThat(all(cases().endings(new CaseSight.OfPerson(alone), Facts.minute(100_000), Facts.minute(100_005))))
                .hasSize(1);
    }

    @Test
    void filtersAndCountsByTheCause() {
        PersonId person = ids.nextPersonId();
        CorrectionCase behind = add(CorrectionCase.opened(refusal(person, Facts.NO_FILING, 200_000), NOW)
                .diagnosed(Cause.COPY_BEHIND_OWNER));
        CaseSight own = new CaseSight.OfPerson(person);

        assertThat(diagnosed(own, Cause.COPY_BEHIND_OWNER)).containsExactly(behind.id());
        assertThat(diagnosed(own, Cause.NO_FILING)).isEmpty();
        assertThat(all(cases().openCounts(own, WorkFilter.NONE)))
                .containsExactly(new OpenCount(Level.HOSPITAL, Facts.NO_FILING, Cause.COPY_BEHIND_OWNER, 1));
    }

    private List<CaseId> diagnosed(CaseSight sight, Cause cause) {
        WorkFilter filter = new WorkFilter(null, null, null, null, null, null, cause);
        return all(cases().list(new CorrectionCases.Query(sight, null, null, null, null, null, null, null, 10, filter)))
                .stream()
                .map(Summary::id)
                .toList();
    }

    /** Called ready, and refused again all the same. */
    private static CorrectionCase misled(CorrectionCase one) {
        Refusal first = one.file().firstRefusal();
        Instant later = first.refusedAt().plusSeconds(90);
        return one.rechecked(Recheck.of(Outcome.READY, later), List.of(), later)
                .refused(Facts.refusal(first.subject(), 2, later.plusSeconds(1)), later.plusSeconds(2));
    }

    private static Refusal refusal(PersonId person, Reason reason) {
        return refusal(person, reason, 2);
    }

    private static Refusal refusal(PersonId person, Reason reason, long minute) {
        CaseSubject subject =
                new CaseSubject(new VisitScope(person, "v" + person.value().substring(1), "1"), reason);
        return Facts.refusal(subject, 1, Facts.minute(minute));
    }

    private CorrectionCase add(CorrectionCase one) {
        assertThat(cases().add(one).block()).isTrue();
        return stored(one.id());
    }

    private void replace(CorrectionCase one) {
        assertThat(cases().replace(one).block()).isTrue();
    }

    private CorrectionCase stored(CaseId id) {
        return cases().find(id).blockOptional().orElseThrow();
    }

    private List<CaseId> dueBy(Instant due) {
        return all(cases().dueForCheck(due, 10_000)).stream()
                .map(CorrectionCase::id)
                .toList();
    }

    private static <T> List<T> all(Flux<T> found) {
        return found.collectList().blockOptional().orElseThrow();
    }
}
