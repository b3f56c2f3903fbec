package io.crosscare.settlement.external.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.chain.model.External.Manner;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The year of a payment agrees with its day, where the end of a year lets it. */
class PossiblePeriodsTest {

    private static final LocalDate TODAY = LocalDate.parse("2022-03-01");

    @ParameterizedTest(name = "{1} care of {0} in {2}: {3}")
    @CsvSource({
        "2019-09-10, LOCAL,  2017,  false",
        "2019-09-10, LOCAL,  2018,  true",
        "2019-09-10, LOCAL,  2019,  true",
        "2019-09-10, LOCAL,  2020,  true",
        "2019-09-10, LOCAL,  2021,  false",
        "2019-12-31, LOCAL,  2020,  true",
        "2020-01-01, LOCAL,  2018,  false",
        "2020-01-01, LOCAL,  2019,  true",
        "2019-08-31, LOCAL,  2017S, true",
        "2019-09-01, LOCAL,  2017S, false",
        "2019-09-01, LOCAL,  2020S, true",
        "2019-08-31, LOCAL,  2020S, false",
        "2019-09-10, MANUAL, 2017,  false",
        "2019-09-10, MANUAL, 2018,  true",
        "2019-09-10, MANUAL, 2022,  true",
        "2019-09-10, MANUAL, 2021S, true",
        "2019-09-10, MANUAL, 2022S, false",
        "2022-02-28, LOCAL,  2023,  false",
        "2022-02-28, MANUAL, 2023,  false"
    })
    void holdsThePeriodAgainstTheDay(LocalDate careOn, Manner manner, String period, boolean isPossible) {
        assertThat(new PossiblePeriods(careOn, manner, TODAY).contains(period)).isEqualTo(isPossible);
    }
}
