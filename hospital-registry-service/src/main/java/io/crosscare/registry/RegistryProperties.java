package io.crosscare.registry;

import io.crosscare.chassis.region.RegionCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an installation decides about its registry.
 *
 * @param hostedRegions pooling regions whose filings and policies are in this installation; the rest are remote
 */
@ConfigurationProperties("crosscare")
public record RegistryProperties(
        @DefaultValue({"321100", "320100"}) List<String> hostedRegions,
        @DefaultValue Upstream upstream) {

    Set<RegionCode> hosted() {
        return hostedRegions.stream().map(RegionCode::new).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The platform above.
     *
     * @param url to which institutions and filings are uploaded; null: there is none, and nothing is due
     * @param tokenFile holds the bearer token shown there; null: none is shown
     */
    public record Upstream(@Nullable URI url, @Nullable Path tokenFile) {

        public Upstream {
            boolean isHttp = url == null || "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (!isHttp) {
                throw new IllegalArgumentException("crosscare.upstream.url is an http or https address");
            }
        }
    }
}
