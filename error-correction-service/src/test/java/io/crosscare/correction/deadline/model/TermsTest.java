package io.crosscare.correction.deadline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What terms and calendars must not be, and which of two versions holds. */
class TermsTest {

    private static final WorkingCalendar CALENDAR =
            new WorkingCalendar(LocalTime.of(9, 0), LocalTime.of(17, 0), List.of(), Set.of());
    private static final Term.Foundation FOUNDATION = new Term.Foundation("一", "one", "x", Mark.ASSUMED);

    @Test
    void takesTheTermsOfTheDayOfArrivalToTheEnd() {
        Terms terms = new Terms(
                CALENDAR, Map.of(), Map.of(), List.of(version(null, 1), version(LocalDate.of(2026, 11, 25), 3)));

        Instant beforeTheChange = Instant.parse("2026-11-24T02:00:00Z");
        Instant afterTheChange = Instant.parse("2026-11-25T02:00:00Z");

        assertThat(terms.dues(CaseKind.FILING, beforeTheChange).resolveBy())
                .isEqualTo(Instant.parse("2026-11-25T09:00:00Z"));
        assertThat(terms.dues(CaseKind.FILING, afterTheChange).resolveBy())
                .isEqualTo(Instant.parse("2026-11-30T09:00:00Z"));
    }

    @Test
    void refusesTermsThatLeaveADayOrAKindOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms(CALENDAR, Map.of(), Map.of(), List.of(version(LocalDate.EPOCH, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms(
                        CALENDAR,
                        Map.of(),
                        Map.of(),
                        List.of(version(null, 1), version(LocalDate.EPOCH, 1), version(LocalDate.EPOCH, 2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Terms.Version(null, List.of(term(CaseKind.FILING, 1))));
    }

    @Test
    void refusesCalendarsThatContradictThemselves() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HolidayNotice(2026, Set.of(), Set.of(monday), "x", Mark.ASSUMED));
        LocalDate saturday = LocalDate.of(2026, 11, 28);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HolidayNotice(2026, Set.of(saturday), Set.of(saturday), "x", Mark.ASSUMED));
        HolidayNotice notice = new HolidayNotice(2026, Set.of(monday), Set.of(), "x", Mark.ASSUMED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingCalendar(
                        LocalTime.of(9, 0), LocalTime.of(17, 0), List.of(notice, notice), Set.of()));
    }

    private static Terms.Version version(@Nullable LocalDate from, int days) {
        return new Terms.Version(
                from,
                Arrays.stream(CaseKind.values()).map(kind -> term(kind, days)).toList());
    }

    private static Term term(CaseKind kind, int days) {
        return new Term(kind, Duration.ofHours(4), days, Duration.ofHours(1), FOUNDATION);
    }
}
