package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Periods at their edges. */
class FilingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2019-01-31,false,1",
        "2019-02-01,true,0",
        "2019-02-28,true,0",
        "2019-03-01,false,1",
        "2019-03-11,false,11"
    })
    void holdsBothItsEnds(LocalDate day, boolean contains, long daysAway) {
        FilingPeriod february = period("2019-02-01", "2019-02-28");

        assertThat(february.contains(day)).isEqualTo(contains);
        assertThat(february.daysAwayFrom(day)).isEqualTo(daysAway);
    }

    @ParameterizedTest
    @CsvSource({
        "2019-01-01,2019-01-31,false",
        "2019-01-01,2019-02-01,true",
        "2019-02-28,2019-03-31,true",
        "2019-03-01,,false",
        "2019-01-01,,true",
        "2019-02-10,2019-02-10,true"
    })
    void overlapsWhereADayIsInBoth(String from, @Nullable String to, boolean overlaps) {
        FilingPeriod february = period("2019-02-01", "2019-02-28");

        assertThat(february.overlaps(period(from, to))).isEqualTo(overlaps);
        assertThat(period(from, to).overlaps(february)).isEqualTo(overlaps);
    }

    @Test
    void refusesToEndBeforeItBegins() {
        assertThatIllegalArgumentException().isThrownBy(() -> period("2019-02-02", "2019-02-01"));
    }

    private static FilingPeriod period(String from, @Nullable String to) {
        return new FilingPeriod(LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
    }
}
