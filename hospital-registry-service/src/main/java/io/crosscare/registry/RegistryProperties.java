package io.crosscare.registry;

import io.crosscare.chassis.region.RegionCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about its registry.
 *
 * @param hostedRegions pooling regions whose filings and policies are in this installation; the rest are remote
 */
@ConfigurationProperties("crosscare")
public record RegistryProperties(
        @DefaultValue({"321100", "320100"}) List<String> hostedRegions) {

    Set<RegionCode> hosted() {
        return hostedRegions.stream().map(RegionCode::new).collect(Collectors.toUnmodifiableSet());
    }
}
