package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are told of promised papers; entered in the first minutes of 10 December in China. */
class FilingContentTest {

    private static final Instant ENTERED = Instant.parse("2019-12-09T16:05:00Z");
    private static final int DAYS_BEFORE = 7;
    private final RandomIds ids = new RandomIds(new Random(20261128));

    @ParameterizedTest
    @CsvSource({
        // due | state | takes another's place | reminded after | overdue after
        "2020-01-09,OPEN,false,2020-01-01,2020-01-09",
        "2019-12-18,OPEN,false,2019-12-10,2019-12-18",
        "2019-12-17,OPEN,false,2019-12-10,2019-12-17",
        "2019-12-11,OPEN,false,2019-12-10,2019-12-11",
        "2019-12-10,OPEN,false,,2019-12-10",
        "2019-12-09,OPEN,false,,2019-12-10",
        "2019-01-31,OPEN,false,,2019-12-10",
        "2019-12-17,OPEN,true,2019-12-09,2019-12-17",
        "2019-01-31,OPEN,true,2019-01-23,2019-01-31",
        "2020-01-09,KEPT,false,,",
        "2020-01-09,LAPSED,false,,",
    })
    void namesTheDaysAfterWhichPeopleAreTold(
            LocalDate due,
            Promise.State state,
            boolean isSuccessor,
            @Nullable LocalDate reminded,
            @Nullable LocalDate overdue) {
        FilingContent content = content(new Promise(due, state), isSuccessor);

        assertThat(content.remindedAfter(DAYS_BEFORE).orElse(null)).isEqualTo(reminded);
        assertThat(content.overdueAfter().orElse(null)).isEqualTo(overdue);
    }

    private FilingContent content(Promise promise, boolean isSuccessor) {
        return new FilingContent(
                new FilingId(ids.next('f')),
                new FilingTerms(
                        ids.nextPersonId(),
                        new RegionCode("321100"),
                        new RegionCode("310000"),
                        FilingCategory.LONG_TERM_RESIDENT,
                        new FilingPeriod(LocalDate.parse("2019-01-01"), null),
                        FilingChannel.COUNTER,
                        null),
                FilingBasis.OF_AGENCY,
                promise,
                null,
                isSuccessor ? new FilingId(ids.next('f')) : null,
                ENTERED,
                1,
                List.of());
    }
}
