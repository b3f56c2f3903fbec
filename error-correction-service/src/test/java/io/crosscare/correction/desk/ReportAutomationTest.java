package io.crosscare.correction.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.correction.desk.ReportAutomation.Automation;
import io.crosscare.correction.desk.ReportAutomation.CauseShare;
import io.crosscare.correction.desk.ReportAutomation.Share;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Recheck;
import io.crosscare.correction.desk.model.VisitScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the desk comes by itself. */
class ReportAutomationTest {

    private static final Reason CARD = new Reason("CARD_NOT_ACCEPTED");

    private final DeskWorld desk = new DeskWorld();
    private final ReportAutomation reporting = new ReportAutomation(desk.cases, desk.clock);

    @Test
    void tellsApartWhatPeopleHadToDo() {
        refuse('a', Facts.NO_FILING);
        refuse('b', Facts.NO_FILING);
        refuse('c', CARD);
        desk.take("k1").block();
        settle('a');
        settle('b');

        Automation report = report();

        assertThat(report.total()).isEqualTo(new Share(1, 1, 0, 1));
        assertThat(report.total().withoutHandBp()).contains(5_000L);
        assertThat(report.causes())
                .containsExactly(
                        new CauseShare(Cause.NO_FILING, new Share(1, 1, 0, 0)),
                        new CauseShare(Cause.CARD_NOT_ACCEPTED, new Share(0, 0, 0, 1)));
        assertThat(report.wrongActions()).isZero();
    }

    /** Whoever was settled already, or does not want to be settled any more, was helped by nobody. */
    @Test
    void countsApartWhatNeededNoMending() {
        refuse('a', Facts.NO_FILING);
        settle('a');
        refuse('b', Reason.ALREADY_SETTLED);
        settle('b');
        refuse('c', CARD);
        VisitScope cancelled = Facts.scope(Facts.PERSON, 'c', "1");
        desk.neighbours.bill(cancelled, Recheck.of(Recheck.Outcome.VISIT_CANCELLED, desk.clock.instant()));
        desk.clock.advance(Duration.ofMinutes(1));
        DeskWorld.run(desk.recheckCases.recheck());

        Automation report = report();

        assertThat(report.total()).isEqualTo(new Share(1, 0, 2, 0));
        assertThat(report.total().closed()).isEqualTo(3);
        assertThat(report.total().withoutHandBp()).contains(10_000L);
        assertThat(new Share(0, 0, 3, 0).withoutHandBp()).isEmpty();
        assertThat(report.causes())
                .contains(
                        new CauseShare(Cause.DUPLICATE, new Share(0, 0, 1, 0)),
                        new CauseShare(Cause.VISIT_CANCELLED, new Share(0, 0, 1, 0)));
    }

    @Test
    void countsWhereTheDeskWasWrong() {
        refuse('a', Facts.NO_FILING);
        CaseSubject subject = Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING);
        desk.neighbours.bill(subject.scope(), Facts.recheck(Recheck.Outcome.READY, desk.clock.instant(), List.of()));
        desk.clock.advance(Duration.ofMinutes(1));
        DeskWorld.run(desk.recheckCases.recheck());
        desk.clock.advance(Duration.ofMinutes(1));

        DeskWorld.run(desk.recordRefusal.record(Facts.refusal(subject, 2, desk.clock.instant())));

        assertThat(report().wrongActions()).isEqualTo(1);
        assertThat(report().total().withoutHandBp()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3333", "2, 1, 6667", "1, 7, 1250", "0, 5, 0", "5, 0, 10000"})
    void roundsTheShareHalfUp(long without, long with, long share) {
        assertThat(new Share(without, with, 0, 0).withoutHandBp()).isEqualTo(Optional.of(share));
    }

    private Automation report() {
        return reporting
                .report(new CaseSight.Everything(), Facts.minute(0), Facts.minute(1_000))
                .blockOptional()
                .orElseThrow();
    }

    private void refuse(char visit, Reason reason) {
        CaseSubject subject = Facts.subject(Facts.PERSON, visit, reason);
        DeskWorld.run(desk.recordRefusal.record(Facts.refusal(subject, visit - 'a' + 1, desk.clock.instant())));
    }

    private void settle(char visit) {
        DeskWorld.run(
                desk.recordEntry.record(Facts.scope(Facts.PERSON, visit, "1"), Facts.settled(visit - 'a' + 3, 61)));
    }
}
