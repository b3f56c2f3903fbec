package io.crosscare.correction.deadline.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.deadline.model.CaseKind;
import io.crosscare.correction.deadline.model.Dues;
import io.crosscare.correction.deadline.model.Mark;
import io.crosscare.correction.deadline.model.Terms;
import io.crosscare.correction.desk.model.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The terms as they are shipped, by the calendar of the State Council. */
class TermsPackTest {

    private static final Terms TERMS = TermsPack.load("/deadlines.json");

    @ParameterizedTest(name = "{0} worked: {1}")
    @CsvSource({
        // an ordinary week
        "2026-11-27, true",
        "2026-11-28, false",
        "2026-11-29, false",
        // National Day and what is worked for it
        "2026-09-20, true",
        "2026-09-30, true",
        "2026-10-01, false",
        "2026-10-07, false",
        "2026-10-08, true",
        "2026-10-10, true",
        // Spring Festival
        "2025-01-26, true",
        "2025-01-28, false",
        "2025-02-04, false",
        "2025-02-08, true",
        // prolonged in 2020
        "2020-02-01, false",
        "2020-02-03, true",
        // a notice that reaches into the year before
        "2018-12-29, true",
        "2018-12-31, false",
        // nobody has announced it: only what is the same every year
        "2030-05-01, false",
        "2030-10-03, false",
        "2030-10-04, true",
        "2030-02-04, true",
    })
    void knowsTheWorkingDays(LocalDate day, boolean isWorked) {
        assertThat(TERMS.calendar().isWorkingDay(day)).isEqualTo(isWorked);
    }

    @ParameterizedTest(name = "{0} arrived {1}: respond by {2}, resolve by {3}")
    @CsvSource({
        // kind, arrived (China), respond by, resolve by
        "FILING,       2026-11-24T10:00, 2026-11-25T10:00, 2026-11-26T17:00",
        "SYSTEM_FAULT, 2026-11-24T10:00, 2026-11-24T14:00, 2026-11-25T17:00",
        "OTHER,        2026-11-24T10:00, 2026-11-26T10:00, 2026-12-08T17:00",
        // on a Friday afternoon: the weekend does not count
        "FILING,       2026-11-27T15:00, 2026-11-30T15:00, 2026-12-01T17:00",
        "SYSTEM_FAULT, 2026-11-27T15:00, 2026-11-30T11:00, 2026-11-30T17:00",
        // at night and on a Sunday: begins with the next office hour
        "FILING,       2026-11-24T22:00, 2026-11-25T17:00, 2026-11-26T17:00",
        "FILING,       2026-11-29T12:00, 2026-11-30T17:00, 2026-12-01T17:00",
        // over National Day; 10 October is a Saturday that is worked
        "FILING,       2026-09-30T16:00, 2026-10-08T16:00, 2026-10-09T17:00",
        "OTHER,        2026-09-30T16:00, 2026-10-09T16:00, 2026-10-20T17:00",
        // over Spring Festival, with the Sunday worked before it
        "FILING,       2025-01-26T12:00, 2025-01-27T12:00, 2025-02-05T17:00",
        // the response is never due after the end
        "SYSTEM_FAULT, 2026-11-24T16:59, 2026-11-25T12:59, 2026-11-25T17:00",
    })
    void countsOnWorkingDays(CaseKind kind, LocalDateTime arrived, LocalDateTime respondBy, LocalDateTime resolveBy) {
        Dues dues = TERMS.dues(kind, inChina(arrived));

        assertThat(dues.respondBy()).isEqualTo(inChina(respondBy));
        assertThat(dues.resolveBy()).isEqualTo(inChina(resolveBy));
        assertThat(dues.remindToRespondAt()).isBetween(inChina(arrived), dues.respondBy());
        assertThat(dues.remindToResolveAt()).isBetween(inChina(arrived), dues.resolveBy());
    }

    @Test
    void remindsSoMuchOfficeTimeBefore() {
        Dues dues = TERMS.dues(CaseKind.FILING, inChina(LocalDateTime.parse("2026-11-27T11:00")));

        // due on Monday at 11:00: four office hours before is Friday at 15:00
        assertThat(dues.remindToRespondAt()).isEqualTo(inChina(LocalDateTime.parse("2026-11-27T15:00")));
        assertThat(dues.remindToResolveAt()).isEqualTo(inChina(LocalDateTime.parse("2026-12-01T13:00")));
    }

    @Test
    void saysHowWellItIsFounded() {
        Instant november = inChina(LocalDateTime.parse("2026-11-24T10:00"));

        assertThat(TERMS.calendar().mark(november, inChina(LocalDateTime.parse("2026-12-08T10:00"))))
                .isEqualTo(Mark.OFFICIAL);
        assertThat(TERMS.calendar().mark(november, inChina(LocalDateTime.parse("2027-01-05T10:00"))))
                .isEqualTo(Mark.ASSUMED);
        assertThat(TERMS.on(LocalDate.of(2019, 9, 10)).terms())
                .allSatisfy(term -> assertThat(term.foundation().mark()).isEqualTo(Mark.NEAREST_YEAR));
        assertThat(TERMS.on(LocalDate.of(2023, 1, 1)).terms())
                .allSatisfy(term -> assertThat(term.foundation().mark()).isEqualTo(Mark.OFFICIAL));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_FILING, FILING",
        "FILING_EXPIRED, FILING",
        "POLICY_MISSING, SYSTEM_FAULT",
        "CARD_NOT_ACTIVE, OTHER",
        "MADE_UP, OTHER",
    })
    void knowsWhatKindAReasonIsOf(String reason, CaseKind kind) {
        assertThat(TERMS.kindOf(reason, null)).isEqualTo(kind);
    }

    /** What the case was diagnosed to be says it better than what it was refused for. */
    @ParameterizedTest
    @CsvSource({
        "NO_FILING, COPY_BEHIND_OWNER, SYSTEM_FAULT",
        "POLICY_MISSING, CATALOGUE_MISSING, SYSTEM_FAULT",
        "FILING_EXPIRED, PROMISE_DUE, FILING",
        "POLICY_MISSING, CATALOGUE_CODE_MISSING, OTHER",
    })
    void knowsWhatKindACauseIsOf(String reason, String cause, CaseKind kind) {
        assertThat(TERMS.kindOf(reason, cause)).isEqualTo(kind);
    }

    @Test
    void namesNoCauseThatThereIsNot() {
        assertThat(Arrays.stream(Cause.values()).map(Enum::name))
                .containsAll(TERMS.kindsByCause().keySet());
    }

    private static Instant inChina(LocalDateTime time) {
        return time.atZone(ChinaTime.ZONE).toInstant();
    }
}
