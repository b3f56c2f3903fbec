package io.crosscare.settlement.eligibility.model;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.benefit.model.ServiceType;
import java.time.LocalDate;
import java.util.Map;

/**
 * The readings of every region, as data.
 *
 * @param otherwise for a region that has none of its own
 */
public record EligibilityReadings(Map<RegionCode, RegionReadings> regions, RegionReadings otherwise) {

    public EligibilityReadings {
        regions = Map.copyOf(regions);
    }

    /**
     * The days of which one has to lie inside a filing.
     *
     * @param today the last day on which a filing can have been lodged
     */
    public FilingWindow windowOf(EligibilityQuestion question, LocalDate today) {
        RegionReadings readings = of(question.insuredRegion());
        if (question.serviceType() != ServiceType.INPATIENT) {
            return new FilingWindow(question.on(), question.on(), DatedRule.on(readings.visits(), question.on()));
        }
        LocalDate discharge = question.endedOn();
        DatedRule<FilingDay> rule = DatedRule.on(readings.stays(), discharge == null ? today : discharge);
        return switch (rule.rule()) {
            case DAY_OF_CARE, ADMISSION_DAY -> new FilingWindow(question.on(), question.on(), rule);
            case BEFORE_DISCHARGE_SETTLEMENT ->
                new FilingWindow(question.on(), today.isBefore(question.on()) ? question.on() : today, rule);
        };
    }

    /** What a silent feed of the region's core system means on a day. */
    public DatedRule<StaleFeed> externalFeed(RegionCode insuredRegion, LocalDate day) {
        return DatedRule.on(of(insuredRegion).externalFeeds(), day);
    }

    DatedRule<HomeDuringFiling> home(RegionCode insuredRegion, LocalDate day) {
        return DatedRule.on(of(insuredRegion).home(), day);
    }

    private RegionReadings of(RegionCode insuredRegion) {
        return regions.getOrDefault(insuredRegion, otherwise);
    }
}
