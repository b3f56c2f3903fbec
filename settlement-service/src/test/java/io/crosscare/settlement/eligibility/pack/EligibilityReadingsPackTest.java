package io.crosscare.settlement.eligibility.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Wording;
import io.crosscare.settlement.eligibility.model.DatedRule;
import io.crosscare.settlement.eligibility.model.EligibilityReadings;
import io.crosscare.settlement.eligibility.model.FilingDay;
import io.crosscare.settlement.eligibility.model.HomeDuringFiling;
import io.crosscare.settlement.eligibility.model.RegionReadings;
import io.crosscare.settlement.eligibility.model.StaleFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The readings as shipped: domain.md §2.1 nos. 22 and 31 and §6. */
class EligibilityReadingsPackTest {

    private static final DatedRule<FilingDay> VISIT = rule(null, FilingDay.DAY_OF_CARE);
    private static final DatedRule<FilingDay> STAY = rule(null, FilingDay.ADMISSION_DAY);
    private static final DatedRule<HomeDuringFiling> HOME = rule(null, HomeDuringFiling.OPEN);
    private static final DatedRule<StaleFeed> FEED = rule(null, new StaleFeed(StaleFeed.Then.REFUSE, 1));

    private final EligibilityReadings shipped = EligibilityReadingsPack.load("/eligibility-readings.json");

    @Test
    void saysWhereEachRuleStandsAndHowFarItIsVouchedFor() {
        assertThat(shipped.regions()).containsOnlyKeys(new RegionCode("321100"), new RegionCode("320100"));
        assertThat(Stream.concat(shipped.regions().values().stream(), Stream.of(shipped.otherwise()))
                        .flatMap(region -> Stream.of(region.visits(), region.stays(), region.home()))
                        .flatMap(List::stream))
                .allSatisfy(rule -> {
                    assertThat(rule.source()).isNotBlank();
                    assertThat(rule.wording().zh()).isNotBlank();
                    assertThat(rule.wording().en()).isNotBlank();
                    boolean isRead =
                            rule.source().contains("解读") || rule.source().contains("未说明");
                    assertThat(isRead && rule.confidence() == Confidence.DOCUMENTED)
                            .isFalse();
                });
    }

    /** An installation's own file, and no half of one. */
    @Test
    void readsAFileInPlaceOfWhatIsShipped(@TempDir Path folder) throws IOException {
        String text = Files.readString(Path.of("src/main/resources/eligibility-readings.json"));
        Path own = Files.writeString(folder.resolve("own.json"), text.replace("SETTLE_AND_FLAG", "REFUSE"));
        Path half = Files.writeString(folder.resolve("half.json"), text.replace("\"otherwise\"", "\"other\""));

        EligibilityReadings read = EligibilityReadingsPack.read(own);

        assertThat(read.otherwise().externalFeeds())
                .extracting(rule -> rule.rule().then())
                .containsOnly(StaleFeed.Then.REFUSE);
        assertThatThrownBy(() -> EligibilityReadingsPack.read(half)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource({"321100, CLOSED, ASSUMED", "320100, OPEN, DOCUMENTED"})
    void readsHomeDuringAFilingAsTheRegionDoes(String region, HomeDuringFiling expected, Confidence confidence) {
        RegionReadings readings = Objects.requireNonNull(shipped.regions().get(new RegionCode(region)));

        assertThat(readings.home().getFirst().rule()).isEqualTo(expected);
        assertThat(readings.home().getFirst().confidence()).isEqualTo(confidence);
    }

    @Test
    void refusesADayWithoutARuleAndTwoRulesForOneDay() {
        DatedRule<FilingDay> later = rule(LocalDate.of(2023, 1, 1), FilingDay.BEFORE_DISCHARGE_SETTLEMENT);

        assertRefused(List.of(VISIT), List.of(later));
        assertRefused(List.of(VISIT), List.of(STAY, STAY));
        assertRefused(List.of(VISIT), List.of(STAY, later, later));
        assertRefused(List.of(), List.of(STAY));
    }

    @Test
    void refusesARuleForStaysAtVisits() {
        assertRefused(List.of(STAY), List.of(STAY));
        assertRefused(List.of(VISIT), List.of(VISIT));
    }

    @Test
    void refusesAnUnknownMark() {
        var part = new EligibilityReadingsPack.RulePart<>(null, FilingDay.DAY_OF_CARE, "中", "en", "Z", "也许");
        var region = new EligibilityReadingsPack.RegionPart(List.of(part), List.of(), List.of(), List.of());

        assertThatThrownBy(() -> new EligibilityReadingsPack("", Map.of(), region).toReadings())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("也许");
    }

    private static void assertRefused(List<DatedRule<FilingDay>> visits, List<DatedRule<FilingDay>> stays) {
        assertThatThrownBy(() -> new RegionReadings(visits, stays, List.of(HOME), List.of(FEED)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static <R> DatedRule<R> rule(@Nullable LocalDate from, R rule) {
        return new DatedRule<>(from, rule, new Wording("中", "en"), "Z", Confidence.ASSUMED);
    }
}
