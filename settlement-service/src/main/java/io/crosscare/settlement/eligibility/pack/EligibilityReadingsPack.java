package io.crosscare.settlement.eligibility.pack;

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
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the JSON resource that holds the regions' readings, and of a file that an installation gives instead. An unknown
 * word, a missing part or a day without a rule keeps the service from starting.
 */
public record EligibilityReadingsPack(String note, Map<String, RegionPart> regions, RegionPart otherwise) {

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** One region. */
    record RegionPart(
            List<RulePart<FilingDay>> visits,
            List<RulePart<FilingDay>> stays,
            List<RulePart<HomeDuringFiling>> home,
            List<RulePart<StaleFeed>> externalFeeds) {

        RegionReadings toReadings() {
            return new RegionReadings(rulesOf(visits), rulesOf(stays), rulesOf(home), rulesOf(externalFeeds));
        }

        private static <R> List<DatedRule<R>> rulesOf(List<RulePart<R>> parts) {
            return parts.stream().map(RulePart::toRule).toList();
        }
    }

    /** One rule. */
    record RulePart<R>(@Nullable LocalDate from, R rule, String zh, String en, String source, String mark) {

        DatedRule<R> toRule() {
            return new DatedRule<>(
                    from,
                    Objects.requireNonNull(rule, "rule"),
                    new Wording(Objects.requireNonNull(zh, "zh"), Objects.requireNonNull(en, "en")),
                    Objects.requireNonNull(source, "source"),
                    confidenceOf(mark));
        }

        private static Confidence confidenceOf(String mark) {
            return Arrays.stream(Confidence.values())
                    .filter(confidence -> confidence.mark().equals(mark))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown mark " + mark));
        }
    }

    /** The readings in a resource of the class path. */
    public static EligibilityReadings load(String resource) {
        try (InputStream stream = EligibilityReadingsPack.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return STRICT.readValue(stream, EligibilityReadingsPack.class).toReadings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The readings in a file. */
    public static EligibilityReadings read(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            return STRICT.readValue(stream, EligibilityReadingsPack.class).toReadings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    EligibilityReadings toReadings() {
        Map<RegionCode, RegionReadings> byRegion = regions.entrySet().stream()
                .collect(Collectors.toMap(
                        part -> new RegionCode(part.getKey()),
                        part -> part.getValue().toReadings()));
        return new EligibilityReadings(byRegion, otherwise.toReadings());
    }
}
