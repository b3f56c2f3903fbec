package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Text;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.directory.PublishedAgency;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of agencies; without a cursor it is the last.
 *
 * @param items 本页 · the agencies
 * @param noteZh 提示 · where a region was asked for and none is known: that the sources name none; absent otherwise
 * @param noteEn 提示（英文） · the same in English
 */
record AgenciesResponse(
        List<PublishedAgency> items,
        @Nullable String nextCursor,
        @Nullable String noteZh,
        @Nullable String noteEn) {

    private static final Text NOT_KNOWN =
            Text.of("本系统未收录该地区经办机构", "The agency of this region is not known here: the sources name none");

    /**
     * Of one region, or of all.
     *
     * @param isOfRegion whether it is the first page of those of one region
     */
    static AgenciesResponse of(Page<Versioned<Agency>> page, boolean isOfRegion) {
        String lastId = page.lastId();
        boolean isNoneKnown = isOfRegion && page.items().isEmpty();
        return new AgenciesResponse(
                page.items().stream().map(PublishedAgency::of).toList(),
                lastId == null ? null : ListCursor.encode(lastId),
                isNoneKnown ? NOT_KNOWN.zh() : null,
                isNoneKnown ? NOT_KNOWN.en() : null);
    }
}
