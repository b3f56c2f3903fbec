package io.crosscare.settlement;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be set.
 *
 * @param homeClosedDuringFiling regions that settle no care at home while a filing is in force (domain.md §2.1 no. 22:
 *     Zhenjiang does not say and is taken as closed; Nanjing is open)
 * @param sweepEvery pause between two turns that finish what stopped processes left in flight
 */
@ConfigurationProperties("crosscare.settlement")
record SettlementProperties(
        @DefaultValue("321100") Set<String> homeClosedDuringFiling,
        @DefaultValue("5s") Duration sweepEvery) {

    Set<RegionCode> closedRegions() {
        return homeClosedDuringFiling.stream().map(RegionCode::new).collect(Collectors.toSet());
    }
}
