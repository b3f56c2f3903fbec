package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenefitYearTest {

    @ParameterizedTest
    @CsvSource({
        "CALENDAR, 2019-12-31, 2019,  2020-01-01",
        "CALENDAR, 2020-01-01, 2020,  2021-01-01",
        "SCHOOL,   2019-08-31, 2018S, 2019-09-01",
        "SCHOOL,   2019-09-01, 2019S, 2020-09-01",
        "SCHOOL,   2000-01-01, 1999S, 2000-09-01",
        "CALENDAR, 1999-12-31, 1999,  2000-01-01",
        "CALENDAR, 2000-01-01, 2000,  2001-01-01",
        "CALENDAR, 2099-12-31, 2099,  2100-01-01",
        "CALENDAR, 2100-01-01, 2100,  2101-01-01"
    })
    void namesThePeriodOfADay(BenefitYear year, LocalDate day, String period, LocalDate nextBegins) {
        assertThat(year.periodOf(day)).isEqualTo(period);
        assertThat(year.nextBegins(day)).isEqualTo(nextBegins);
    }

    @ParameterizedTest
    @CsvSource({"LARGE, 2019/large", "POOLED_OUTPATIENT, 2019/pooled.outpatient", "ACCOUNT, account"})
    void isPartOfTheKeyOfACounterThatHasPeriods(Counter counter, String key) {
        String first = counter.key("2019");

        assertThat(List.of(first, counter.key("2019"))).containsOnly(key);
    }
}
