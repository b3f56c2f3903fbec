package io.crosscare.registry.web;

import io.crosscare.registry.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * A region of the table.
 *
 * @param code 行政区划代码 · six digits of GB/T 2260
 * @param name 地区名称 · in Chinese
 * @param kind {@link io.crosscare.registry.model.RegionKind}
 * @param standard 代码来源 · where the code comes from
 */
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
