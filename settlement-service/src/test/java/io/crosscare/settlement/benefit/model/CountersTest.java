package io.crosscare.settlement.benefit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountersTest {

    @Test
    void addsByKeyAndDropsWhatBecomesZero() {
        Counters before = Counters.of(Map.of("2019/pooled", 100L, "account", 50L));

        Counters after = before.plus(Counters.of(Map.of("2019/pooled", -100L, "2020/pooled", 7L)));

        assertThat(after).isEqualTo(Counters.of(Map.of("2020/pooled", 7L, "account", 50L)));
    }

    @Test
    void isNothingTogetherWithItsNegation() {
        Counters counters = Counters.of(Map.of("2019S/burden", 9L, "account", -3L));

        assertThat(counters.plus(counters.negate())).isEqualTo(Counters.NONE);
    }

    @Test
    void listsItsKeysInOneOrder() {
        Counters counters = Counters.of(Map.of("account", 1L, "2020/large", 1L, "2019/pooled", 1L));

        assertThat(counters.values().keySet()).containsExactly("2019/pooled", "2020/large", "account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2019/deductible.outpatient", "2019S/pooled.chronic", "2019/admissions", "account"})
    void knowsItsKeys(String key) {
        assertThat(Counters.isKnown(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "pooled",
                "2019/account",
                "2019/",
                "19/pooled",
                "2019/poold",
                "2019s/pooled",
                "2019/pooled/x"
            })
    void refusesEveryOtherKey(String key) {
        assertThat(Counters.isKnown(key)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Counters.of(key, 1));
    }

    @Test
    void beginsASchoolYearOnTheFirstOfSeptember() {
        assertThat(BenefitYear.SCHOOL.periodOf(LocalDate.parse("2019-08-31"))).isEqualTo("2018S");
        assertThat(BenefitYear.SCHOOL.periodOf(LocalDate.parse("2019-09-01"))).isEqualTo("2019S");
        assertThat(BenefitYear.CALENDAR.periodOf(LocalDate.parse("2019-12-31"))).isEqualTo("2019");
    }
}
