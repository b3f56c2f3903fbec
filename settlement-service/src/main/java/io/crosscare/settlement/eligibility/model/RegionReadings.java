package io.crosscare.settlement.eligibility.model;

import java.util.List;

/** How one region reads the questions that its published rules leave to it, each as rules that follow each other in time. */
public record RegionReadings(
        List<DatedRule<FilingDay>> visits,
        List<DatedRule<FilingDay>> stays,
        List<DatedRule<HomeDuringFiling>> home,
        List<DatedRule<StaleFeed>> externalFeeds) {

    public RegionReadings {
        visits = DatedRule.requireFromAlways(visits);
        stays = DatedRule.requireFromAlways(stays);
        home = DatedRule.requireFromAlways(home);
        externalFeeds = DatedRule.requireFromAlways(externalFeeds);
        boolean isOfAVisit = visits.stream().allMatch(rule -> rule.rule() == FilingDay.DAY_OF_CARE);
        boolean isOfAStay = stays.stream().noneMatch(rule -> rule.rule() == FilingDay.DAY_OF_CARE);
        if (!isOfAVisit || !isOfAStay) {
            throw new IllegalArgumentException("a visit has a day of care, a stay an admission and a discharge");
        }
    }
}
