package io.crosscare.filing.lodging.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsuranceStatus;
import io.crosscare.filing.insured.model.Particulars;
import io.crosscare.filing.lodging.pack.FilingRulesPack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever lodges a filing is told without its being refused. */
class FilingWarningTest {

    private static final RegionRules RULES =
            FilingRulesPack.load("/filing-rules.json").require(People.ZHENJIANG);

    @Test
    void saysNothingOfAnOrdinaryFiling() {
        assertThat(warnings("2019-01-01", People.retiree())).isEmpty();
    }

    @Test
    void tellsThatTheFilingBeginsBeforeTheSourcesSpeak() {
        assertThat(warnings("2018-12-31", People.retiree())).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo(FilingWarningCode.BEFORE_SOURCES);
            assertThat(warning.zh()).contains("2018-12-31", "2019-01-01", "未载明", "假设");
            assertThat(warning.en()).contains("2018-12-31", "2019-01-01", "states no first day");
        });
    }

    @Test
    void tellsThatTheInsuranceIsSuspended() {
        assertThat(warnings("1999-01-01", suspended()))
                .extracting(FilingWarning::code)
                .containsExactly(FilingWarningCode.INSURANCE_SUSPENDED, FilingWarningCode.BEFORE_SOURCES);
    }

    private static Particulars suspended() {
        Particulars person = People.retiree();
        return new Particulars(
                person.insuredRegion(),
                person.personNumber(),
                person.plan(),
                person.personType(),
                person.name(),
                person.identityNumber(),
                person.phone(),
                InsuranceStatus.SUSPENDED,
                person.householdRegistration(),
                person.isOnSchoolYear(),
                person.cards());
    }

    private static List<FilingWarning> warnings(String from, Particulars person) {
        Filing filing = SomeFilings.filing('a', "310000", from, null);
        return FilingWarning.of(filing, person, RULES);
    }
}
