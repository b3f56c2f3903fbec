package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.desk.model.Act;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Deadlines by the clock: over weekends, holidays and downtimes. */
class WatchDeadlinesTest {

    private final DeskWorld desk = new DeskWorld();

    @Test
    void remindsAndThenPassesOnWithinAnOrdinaryWeek() {
        at("2026-11-24T10:00");
        refuse();

        at("2026-11-24T13:59");
        assertThat(acts()).isEmpty();
        at("2026-11-24T14:00");
        assertThat(acts()).containsExactly(Act.Kind.REMINDED);
        at("2026-11-25T09:59");
        assertThat(acts()).hasSize(1);
        at("2026-11-25T10:00");
        assertThat(acts()).containsExactly(Act.Kind.REMINDED, Act.Kind.ESCALATED);
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
    }

    @Test
    void waitsOverAWeekend() {
        at("2026-11-27T15:00");
        refuse();

        at("2026-11-29T23:59");
        assertThat(acts()).isEmpty();
        at("2026-11-30T11:00");
        assertThat(acts()).containsExactly(Act.Kind.REMINDED);
        at("2026-11-30T14:59");
        assertThat(level()).isEqualTo(Level.HOSPITAL);
        at("2026-11-30T15:00");
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
    }

    @Test
    void waitsOverNationalDayAndNotOverTheSaturdayThatIsWorkedForIt() {
        at("2026-09-30T10:00");
        refuse();
        run(desk.take("k1"));

        at("2026-10-09T16:59");
        assertThat(level()).isEqualTo(Level.HOSPITAL);
        at("2026-10-09T17:00");
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
        // the response of the next office is due on the Saturday: 8 office hours after its hour of closing
        at("2026-10-10T16:59");
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
        at("2026-10-10T17:00");
        assertThat(level()).isEqualTo(Level.INSURED_AGENCY);
    }

    @Test
    void hasTakenOneStepAfterADowntimeHoweverLongItWas() {
        at("2026-11-24T10:00");
        refuse();

        at("2027-01-24T10:00");

        assertThat(acts()).containsExactly(Act.Kind.ESCALATED);
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
        at("2027-01-24T10:01");
        assertThat(acts()).hasSize(1);
    }

    @Test
    void hasShorterTermsForFaultsAndLongerOnesForTheRest() {
        CaseSubject fault = Facts.subject(Facts.PERSON, 'b', new Reason("POLICY_MISSING"));
        CaseSubject card = Facts.subject(Facts.PERSON, 'c', new Reason("CARD_NOT_ACTIVE"));
        at("2026-11-24T10:00");
        refuse();
        for (CaseSubject subject : List.of(fault, card)) {
            run(desk.recordRefusal().record(Facts.refusal(subject, 1, desk.clock.instant())));
        }

        at("2026-11-24T14:00");
        assertThat(level(fault)).isEqualTo(Level.CARE_AGENCY);
        assertThat(level()).isEqualTo(Level.HOSPITAL);
        at("2026-11-25T10:00");
        assertThat(level()).isEqualTo(Level.CARE_AGENCY);
        assertThat(level(card)).isEqualTo(Level.HOSPITAL);
        at("2026-11-26T10:00");
        assertThat(level(card)).isEqualTo(Level.CARE_AGENCY);
    }

    @Test
    void goesThroughEveryCaseInBatches() {
        at("2026-11-24T10:00");
        int cases = 350;
        List<CaseSubject> subjects = IntStream.range(0, cases)
                .mapToObj(number -> new CaseSubject(Facts.scope(Facts.PERSON, 'a', "b" + number), Facts.NO_FILING))
                .toList();
        for (CaseSubject subject : subjects) {
            run(desk.recordRefusal().record(Facts.refusal(subject, 1, desk.clock.instant())));
        }

        at("2026-11-25T10:00");

        assertThat(subjects).allSatisfy(subject -> assertThat(level(subject)).isEqualTo(Level.CARE_AGENCY));
        assertThat(desk.counted("crosscare.cases.escalated", "reason", "NO_FILING"))
                .isEqualTo(cases);
    }

    @Test
    void leavesTheLastOfficeLateAndSaysSoOnce() {
        at("2026-11-24T10:00");
        assertThat(desk.meters
                        .get("crosscare.cases.overdue")
                        .tag("reason", "NO_FILING")
                        .counter()
                        .count())
                .isZero();
        refuse();
        for (int week = 1; week <= 10; week++) {
            desk.clock.advance(Duration.ofDays(7));
            desk.watch();
        }

        assertThat(acts())
                .containsExactly(Act.Kind.ESCALATED, Act.Kind.ESCALATED, Act.Kind.ESCALATED, Act.Kind.OVERDUE);
        assertThat(level()).isEqualTo(Level.PROVINCE);
        assertThat(desk.stored().file().handling().stage().station().isOverdue())
                .isTrue();
    }

    @Test
    void writesToTheOfficeThatIsNotInTheSuite() {
        desk.forgetAgency("310000");
        at("2026-11-24T10:00");
        refuse();

        at("2026-11-25T10:00");

        assertThat(desk.stored().file().handling().stage()).isInstanceOf(Stage.Outside.class);
        assertThat(acts()).containsExactly(Act.Kind.SENT_OUTSIDE);
    }

    private void refuse() {
        run(desk.recordRefusal().record(Facts.refusal(1, 2)));
    }

    /** The clock stands at that time in China, and the task looks at it. */
    private void at(String time) {
        Instant then = LocalDateTime.parse(time).atZone(ChinaTime.ZONE).toInstant();
        desk.clock.advance(Duration.between(desk.clock.instant(), then));
        desk.watch();
    }

    private List<Act.Kind> acts() {
        return desk.stored().file().handling().acts().stream().map(Act::kind).toList();
    }

    private Level level() {
        return desk.stored().file().handling().stage().station().office().level();
    }

    private Level level(CaseSubject subject) {
        return desk.stored(subject).file().handling().stage().station().office().level();
    }

    private static void run(Mono<?> work) {
        work.block(Duration.ofSeconds(5));
    }
}
