package io.crosscare.settlement.eligibility.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.settlement.eligibility.Facts;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionFactsTest {

    private static final LocalDate DAY = LocalDate.of(2019, 9, 5);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2019-08-31, true",
        "2019-09-01, false",
        "2019-09-10, false",
        "2019-09-11, true",
        "2019-11-30, true",
        "2019-12-01, false",
        "2029-12-01, false"
    })
    void takesNobodyOnTheDaysOfASuspensionWhateverItsStatusWas(LocalDate day, boolean isOpen) {
        assertThat(suspended("OPEN").isOpenOn(day)).isEqualTo(isOpen);
        assertThat(suspended("SUSPENDED").isOpenOn(day)).isEqualTo(isOpen);
    }

    @Test
    void goesByTheStatusWhereNoDaysAreNamed() {
        assertThat(Facts.institution(Facts.SHANGHAI, "OPEN", null).isOpenOn(DAY))
                .isTrue();
        assertThat(Facts.institution(Facts.SHANGHAI, "SUSPENDED", null).isOpenOn(DAY))
                .isFalse();
    }

    private static InstitutionFacts suspended(String status) {
        InstitutionFacts open = Facts.institution(Facts.SHANGHAI);
        return new InstitutionFacts(
                open.code(),
                open.name(),
                open.region(),
                open.level(),
                status,
                open.capabilities(),
                List.of(
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 10)),
                        new InstitutionFacts.Suspension(LocalDate.of(2019, 12, 1), null)),
                1);
    }
}
