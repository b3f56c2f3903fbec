package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a filing covers, and what it stands in the way of. */
class FilingTest {

    @ParameterizedTest
    @CsvSource({
        "310000,2019-06-01,,true",
        "310104,2019-06-01,,true",
        "310000,2018-01-01,2019-04-30,false",
        "310000,2018-01-01,2019-05-01,true",
        "330000,2019-06-01,,false",
    })
    void standsInTheWayOfAnotherForTheSamePlaceAndDays(
            String careRegion, String from, @Nullable String to, boolean overlaps) {
        FilingTerms shanghai = SomeFilings.terms("310000", "2019-05-01", null);
        FilingTerms other = SomeFilings.terms(careRegion, from, to);

        assertThat(shanghai.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(shanghai)).isEqualTo(overlaps);
    }

    @ParameterizedTest
    @CsvSource({"2019-06-02,true", "2019-06-03,false", "2019-06-04,false"})
    void isBackdatedWhenItBeganBeforeItWasRecorded(String from, boolean isBackdated) {
        Filing filing = SomeFilings.filing('a', "310000", from, null);

        assertThat(filing.isBackdated()).isEqualTo(isBackdated);
    }

    @Test
    void remembersWhoLodgedItWhenAndWhy() {
        Filing filing = SomeFilings.filing('a', "310000", "2019-05-01", null);

        assertThat(filing.history())
                .containsExactly(new FilingChange(
                        FilingChange.Action.LODGED,
                        SomeFilings.RECORDED_AT,
                        "agency-zhenjiang",
                        "补办",
                        LocalDate.parse("2019-05-01")));
    }

    @ParameterizedTest
    @CsvSource({"2019-06-02,true", "2019-06-03,false"})
    void saysInItsHistoryThatItIsBackdated(String from, boolean isBackdated) {
        Filing filing = SomeFilings.filing('a', "310000", from, null);

        assertThat(filing.history()).extracting(FilingChange::isBackdated).containsExactly(isBackdated);
    }

    @Test
    void takesTheFirstDayForAStepThatWasStoredWithoutOne() {
        LocalDate first = LocalDate.parse("2019-05-01");
        FilingChange lodged =
                new FilingChange(FilingChange.Action.LODGED, SomeFilings.RECORDED_AT, "agency-zhenjiang", "补办");
        FilingChange supplemented =
                new FilingChange(FilingChange.Action.SUPPLEMENTED, SomeFilings.RECORDED_AT, "agency-zhenjiang", "补件");

        assertThat(lodged.ofFilingFrom(first).isBackdated()).isTrue();
        assertThat(supplemented.ofFilingFrom(first)).isEqualTo(supplemented);
    }
}
