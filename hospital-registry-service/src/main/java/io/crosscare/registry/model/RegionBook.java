package io.crosscare.registry.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of region codes, in order. A code it does not have is a region that is not known here, never an error. */
public final class RegionBook {

    private final List<Region> regions;
    private final Map<RegionCode, Region> byCode;

    /**
     * The table of these regions.
     *
     * @throws IllegalStateException when a code appears twice
     */
    public RegionBook(List<Region> regions) {
        this.regions =
                regions.stream().sorted(Comparator.comparing(Region::code)).toList();
        this.byCode = regions.stream().collect(Collectors.toUnmodifiableMap(Region::code, Function.identity()));
    }

    public List<Region> regions() {
        return regions;
    }

    public @Nullable Region find(RegionCode code) {
        return byCode.get(code);
    }

    /** The pooling region a code belongs to; a code without one, or not known here, stands for itself. */
    public RegionCode poolingRegionOf(RegionCode code) {
        Region region = byCode.get(code);
        RegionCode poolingRegion = region == null ? null : region.poolingRegion();
        return poolingRegion == null ? code : poolingRegion;
    }

    /** The name for people, or the code where the name is not known here. */
    public String nameOf(RegionCode code) {
        Region region = byCode.get(code);
        return region == null ? code.value() : region.name();
    }
}
