package io.crosscare.registry.web;

import io.crosscare.registry.model.Region;
import org.jspecify.annotations.Nullable;

/** A region on the wire. */
record RegionResponse(
        String code, String name, String kind, @Nullable String poolingRegion, boolean hosted, String standard) {

    static RegionResponse of(Region region) {
        var poolingRegion = region.poolingRegion();
        return new RegionResponse(
                region.code().value(),
                region.name(),
                region.kind().name(),
                poolingRegion == null ? null : poolingRegion.value(),
                region.isHosted(),
                region.standard());
    }
}
