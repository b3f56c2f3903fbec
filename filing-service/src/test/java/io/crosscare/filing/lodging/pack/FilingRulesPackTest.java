package io.crosscare.filing.lodging.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.insured.People;
import io.crosscare.filing.insured.model.InsurancePlan;
import io.crosscare.filing.insured.model.PersonType;
import io.crosscare.filing.lodging.FilingRefusals;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.model.Applications;
import io.crosscare.filing.lodging.model.Decision;
import io.crosscare.filing.lodging.model.FilingCategory;
import io.crosscare.filing.lodging.model.FilingPeriod;
import io.crosscare.filing.lodging.model.RegionRules;
import io.crosscare.filing.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped filing rules, clause by clause. */
class FilingRulesPackTest {

    private static final LocalDate DAY = LocalDate.parse("2019-09-01");
    private static final Pattern ENGLISH_WITH_CHINESE_REGION =
            Pattern.compile("\"en\": \"[^\"]*(镇江|江苏|上海|浙江|市区)[^\"]*\"");
    private final FilingRules rules = FilingRulesPack.load("/filing-rules.json");

    @Test
    void namesRegionsInEnglishByTheirEnglishNames() throws IOException {
        try (InputStream stream = FilingRulesPack.class.getResourceAsStream("/filing-rules.json")) {
            String resource = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);

            assertThat(ENGLISH_WITH_CHINESE_REGION.matcher(resource).results().map(MatchResult::group))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Z 基本政策 三(一)
        "321100,EMPLOYEE,RETIRED,321100,RETIRED_RESETTLED,Admitted",
        "321100,EMPLOYEE,ACTIVE,321100,RETIRED_RESETTLED,PersonTypeNotAdmitted",
        "321100,RESIDENT,RESIDENT,321100,RETIRED_RESETTLED,CategoryClosed",
        // Z 基本政策 三(二); golden R08
        "321100,EMPLOYEE,ACTIVE,110101,LONG_TERM_RESIDENT,Admitted",
        "321100,EMPLOYEE,RETIRED,110101,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321100,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321102,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321111,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321112,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321171,LONG_TERM_RESIDENT,Admitted",
        "321100,RESIDENT,RESIDENT,321181,LONG_TERM_RESIDENT,HouseholdElsewhere",
        "321100,RESIDENT,RESIDENT,320100,LONG_TERM_RESIDENT,HouseholdElsewhere",
        // Z 基本政策 三(三)
        "321100,EMPLOYEE,ACTIVE,321100,POSTED_WORKER,Admitted",
        "321100,EMPLOYEE,RETIRED,321100,POSTED_WORKER,PersonTypeNotAdmitted",
        "321100,RESIDENT,RESIDENT,321100,POSTED_WORKER,CategoryClosed",
        // Z 基本政策 三(四)
        "321100,EMPLOYEE,ACTIVE,321100,TRANSFER,Admitted",
        "321100,EMPLOYEE,RETIRED,321100,TRANSFER,Admitted",
        "321100,RESIDENT,RESIDENT,320100,TRANSFER,Admitted",
        // domain.md §2 no. 3
        "321100,SPECIAL,RETIRED_CADRE,321100,RETIRED_RESETTLED,Admitted",
        "321100,SPECIAL,DISABLED_VETERAN,321100,LONG_TERM_RESIDENT,Admitted",
        "321100,SPECIAL,DISABLED_VETERAN,321100,POSTED_WORKER,Admitted",
        "321100,SPECIAL,RETIRED_CADRE,321100,TRANSFER,Admitted",
        // N 备案手续, Q3
        "320100,EMPLOYEE,RETIRED,320100,RETIRED_RESETTLED,Admitted",
        "320100,EMPLOYEE,ACTIVE,320100,LONG_TERM_RESIDENT,Admitted",
        "320100,RESIDENT,RESIDENT,110101,LONG_TERM_RESIDENT,Admitted",
        "320100,EMPLOYEE,ACTIVE,320100,POSTED_WORKER,Admitted",
        "320100,RESIDENT,RESIDENT,320100,TRANSFER,Admitted",
        "320100,RESIDENT,RESIDENT,320100,RETIRED_RESETTLED,CategoryClosed",
    })
    void decidesWhoMayFileUnderWhichCategory(
            String region,
            InsurancePlan plan,
            PersonType type,
            String household,
            FilingCategory category,
            String decision) {
        RegionCode insuredRegion = new RegionCode(region);
        var person = People.of(insuredRegion, plan, type, new RegionCode(household));

        Decision decided = Applications.decide(require(insuredRegion), person, category, DAY, null);

        assertThat(decided.getClass().getSimpleName()).isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER,2019-01-01,,2019-12-31",
        "TRANSFER,2020-02-29,,2021-02-27",
        "TRANSFER,2019-01-01,2019-12-31,2019-12-31",
        "TRANSFER,2019-01-01,2019-01-01,2019-01-01",
        "RETIRED_RESETTLED,2019-01-01,,",
        "RETIRED_RESETTLED,2019-01-01,2030-12-31,2030-12-31",
    })
    void limitsTransfersToTwelveMonthsAndNothingElse(
            FilingCategory category, LocalDate from, @Nullable LocalDate to, @Nullable LocalDate end) {
        Decision decided = Applications.decide(require(People.ZHENJIANG), People.retiree(), category, from, to);

        assertThat(decided)
                .isInstanceOfSatisfying(
                        Decision.Admitted.class,
                        admitted -> assertThat(admitted.period()).isEqualTo(new FilingPeriod(from, end)));
    }

    @Test
    void refusesATransferOfTwelveMonthsAndADay() {
        Decision decided = Applications.decide(
                require(People.ZHENJIANG),
                People.retiree(),
                FilingCategory.TRANSFER,
                LocalDate.parse("2019-01-01"),
                LocalDate.parse("2020-01-01"));

        assertThat(decided).isInstanceOf(Decision.PeriodTooLong.class);
    }

    @ParameterizedTest
    @CsvSource({
        "321100,true",
        "321102,true",
        "321171,true",
        "320000,false",
        "321199,false",
        "321181,false",
        "320100,false",
        "310000,false"
    })
    void knowsWhereCareIsAtHome(String careRegion, boolean isAtHome) {
        assertThat(require(People.ZHENJIANG).isAtHome(new RegionCode(careRegion)))
                .isEqualTo(isAtHome);
    }

    @Test
    void wordsEveryRefusalForTheCashiersScreen() {
        Stream<Refusal> refusals = rules.regions().stream().flatMap(this::everyRefusal);

        assertThat(refusals).hasSizeGreaterThan(6).allSatisfy(refusal -> {
            assertThat(refusal.message().zh().length()).isLessThanOrEqualTo(Refusal.MESSAGE_LENGTH_MAX);
            assertThat(refusal.facts()).containsKeys("condition", "conditionEn", "source", "mark");
            assertThat(refusal.nextStep().zh()).isNotBlank();
        });
    }

    @Test
    void namesWhatAResidentMayFileInstead() {
        var resident = People.of(People.ZHENJIANG, InsurancePlan.RESIDENT, PersonType.RESIDENT, People.ZHENJIANG);
        Decision decided =
                Applications.decide(require(People.ZHENJIANG), resident, FilingCategory.RETIRED_RESETTLED, DAY, null);

        Refusal refusal = FilingRefusals.of((Decision.Refused) decided, People.ZHENJIANG, DAY);

        assertThat(refusal.nextStep().zh()).isEqualTo("可改按以下类别备案：异地长期居住、转外就诊");
        assertThat(refusal.facts()).containsEntry("source", "Z 基本政策 三").containsEntry("mark", "官方");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown-category.json,GOING_ABROAD",
        "unknown-mark.json,传闻",
        "category-twice.json,twice",
        "versions-out-of-order.json,day by day"
    })
    void refusesToLoadWhatItDoesNotUnderstand(String resource, String complaint) {
        assertThatThrownBy(() -> FilingRulesPack.load("/filing-rules/" + resource))
                .hasMessageContaining(complaint);
    }

    private RegionRules require(RegionCode region) {
        return rules.find(region).orElseThrow();
    }

    private Stream<Refusal> everyRefusal(RegionCode region) {
        LocalDate farEnd = DAY.plusYears(5);
        return Arrays.stream(InsurancePlan.values())
                .flatMap(plan -> Arrays.stream(PersonType.values())
                        .filter(plan::knows)
                        .map(type -> People.of(region, plan, type, new RegionCode("110101"))))
                .flatMap(person -> Arrays.stream(FilingCategory.values())
                        .map(category -> Applications.decide(require(region), person, category, DAY, farEnd)))
                .filter(Decision.Refused.class::isInstance)
                .map(Decision.Refused.class::cast)
                .map(refused -> FilingRefusals.of(refused, region, DAY));
    }
}
