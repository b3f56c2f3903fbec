package io.crosscare.filing.eligibility.model;

import static io.crosscare.filing.lodging.model.SomeFilings.filing;
import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.lodging.model.Ending;
import io.crosscare.filing.lodging.model.Filing;
import io.crosscare.filing.lodging.model.FilingChange;
import io.crosscare.filing.lodging.model.FilingPeriod;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filing check, day by day and place by place. */
class FilingCheckTest {

    private static final Map<String, Filing> FILINGS = Map.of(
            "shanghai", filing('a', "310000", "2019-05-01", null),
            "xuhui", filing('k', "310104", "2019-05-01", null),
            "zhejiang", filing('b', "330000", "2019-05-01", "2019-08-31"),
            "jiaxing", filing('c', "330400", "2019-05-01", "2019-08-31"),
            "jiaxingLater", filing('d', "330400", "2020-01-01", "2020-12-31"),
            "jiaxingLast", filing('e', "330400", "2021-03-01", null),
            "shanghaiUntilJune", ended('g', "2019-06-30"),
            "shanghaiNever", ended('h', "2019-04-30"),
            "shanghaiSubmitted",
                    Filing.Submitted.submit(
                            filing('i', "310000", "2019-05-01", null).content(), "insured"));

    @ParameterizedTest
    @CsvSource({
        // filings of the person | asked region | day | answer | which filing
        "'',310000,2019-09-10,NO_FILING,",
        "shanghai,330100,2019-09-10,FILING_FOR_OTHER_REGION,shanghai",
        "shanghai,310000,2019-04-30,FILING_NOT_YET_EFFECTIVE,shanghai",
        "shanghai,310000,2019-05-01,EFFECTIVE,shanghai",
        "shanghai,310000,2026-11-24,EFFECTIVE,shanghai",
        "shanghai,310104,2019-09-10,EFFECTIVE,shanghai",
        // stored when districts were still taken as they were
        "xuhui,310000,2019-09-10,EFFECTIVE,xuhui",
        "xuhui,310115,2019-09-10,EFFECTIVE,xuhui",
        "zhejiang,330400,2019-08-31,EFFECTIVE,zhejiang",
        "zhejiang,330400,2019-09-01,FILING_EXPIRED,zhejiang",
        "zhejiang,330402,2019-06-01,EFFECTIVE,zhejiang",
        "jiaxing,330402,2019-06-01,EFFECTIVE,jiaxing",
        "jiaxing,330100,2019-06-01,FILING_FOR_OTHER_REGION,jiaxing",
        "jiaxing,330000,2019-06-01,FILING_FOR_OTHER_REGION,jiaxing",
        "jiaxing jiaxingLater,330400,2019-08-31,EFFECTIVE,jiaxing",
        "jiaxing jiaxingLater,330400,2019-09-01,FILING_NOT_YET_EFFECTIVE,jiaxingLater",
        "jiaxing jiaxingLater,330400,2020-01-01,EFFECTIVE,jiaxingLater",
        "jiaxing jiaxingLater,330400,2021-01-01,FILING_EXPIRED,jiaxingLater",
        "jiaxingLater jiaxingLast,330400,2019-06-01,FILING_NOT_YET_EFFECTIVE,jiaxingLater",
        "shanghai jiaxing,330400,2020-01-01,FILING_EXPIRED,jiaxing",
        "shanghai jiaxing,330100,2019-04-01,FILING_FOR_OTHER_REGION,shanghai",
        // ended before its time, before its first day, or not looked at yet
        "shanghaiUntilJune,310000,2019-06-30,EFFECTIVE,shanghaiUntilJune",
        "shanghaiUntilJune,310000,2019-07-01,FILING_EXPIRED,shanghaiUntilJune",
        "shanghaiNever,310000,2019-06-01,NO_FILING,",
        "shanghaiSubmitted,310000,2019-06-01,NO_FILING,",
        "shanghaiSubmitted jiaxing,310000,2019-06-01,FILING_FOR_OTHER_REGION,jiaxing",
    })
    void answersWithTheFilingThatDecides(
            String filings, String careRegion, LocalDate day, String answer, @Nullable String deciding) {
        List<Filing> all = Arrays.stream(filings.split(" "))
                .filter(name -> !name.isEmpty())
                .map(name -> Objects.requireNonNull(FILINGS.get(name)))
                .toList();

        FilingCheck check = FilingCheck.of(all, new RegionCode(careRegion), onlyOn(day));
        FilingCheck ofReversed = FilingCheck.of(all.reversed(), new RegionCode(careRegion), onlyOn(day));

        assertThat(nameOf(check)).isEqualTo(answer);
        assertThat(decidingFiling(check)).isEqualTo(deciding == null ? null : FILINGS.get(deciding));
        assertThat(ofReversed).isEqualTo(check);
    }

    @Test
    void declaresItsReasonsInOrderOfPrecedence() {
        assertThat(NotFiledReason.values())
                .containsExactly(
                        NotFiledReason.NO_FILING,
                        NotFiledReason.FILING_FOR_OTHER_REGION,
                        NotFiledReason.FILING_NOT_YET_EFFECTIVE,
                        NotFiledReason.FILING_EXPIRED);
    }

    @Test
    void hasNoNearestFilingWhereThereIsNone() {
        FilingCheck check = FilingCheck.of(
                Collections.emptyList(), new RegionCode("310000"), onlyOn(LocalDate.parse("2019-09-10")));

        assertThat(decidingFiling(check)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        // filings of the person | first day | last day | answer | which filing
        "jiaxing,2019-04-20,2019-05-01,EFFECTIVE,jiaxing",
        "jiaxing,2019-04-20,2019-04-30,FILING_NOT_YET_EFFECTIVE,jiaxing",
        "jiaxing,2019-08-31,2019-10-01,EFFECTIVE,jiaxing",
        "jiaxing,2019-09-01,2019-10-01,FILING_EXPIRED,jiaxing",
        "jiaxing jiaxingLater,2019-09-01,2020-01-01,EFFECTIVE,jiaxingLater",
        "jiaxing jiaxingLater,2019-08-31,2020-01-01,EFFECTIVE,jiaxing",
        "shanghai,2019-04-20,2019-05-01,FILING_FOR_OTHER_REGION,shanghai",
    })
    void takesAFilingThatIsInForceOnAnyOfTheDays(
            String filings, LocalDate first, LocalDate last, String answer, String deciding) {
        List<Filing> all = Arrays.stream(filings.split(" "))
                .map(name -> Objects.requireNonNull(FILINGS.get(name)))
                .toList();

        FilingCheck check = FilingCheck.of(all, new RegionCode("330400"), new FilingPeriod(first, last));

        assertThat(nameOf(check)).isEqualTo(answer);
        assertThat(decidingFiling(check)).isEqualTo(FILINGS.get(deciding));
    }

    /** Withdrawn so that this is its last day; on the day before its first it never counts. */
    private static Filing ended(char name, String lastDay) {
        LocalDate from = LocalDate.parse(lastDay).plusDays(1);
        Filing.Effective filing = (Filing.Effective) filing(name, "310000", "2019-05-01", null);
        FilingChange step =
                new FilingChange(FilingChange.Action.WITHDRAWN, filing.recordedAt(), "agency", "不再需要", from);
        return filing.end(Ending.Cause.WITHDRAWN, from, null, step);
    }

    private static FilingPeriod onlyOn(LocalDate day) {
        return new FilingPeriod(day, day);
    }

    private static String nameOf(FilingCheck check) {
        return switch (check) {
            case FilingCheck.Effective _ -> "EFFECTIVE";
            case FilingCheck.NotEffective no -> no.reason().name();
        };
    }

    private static @Nullable Filing decidingFiling(FilingCheck check) {
        return switch (check) {
            case FilingCheck.Effective yes -> yes.filing();
            case FilingCheck.NotEffective no -> no.nearest().orElse(null);
        };
    }
}
