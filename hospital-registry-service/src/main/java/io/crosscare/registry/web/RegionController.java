package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.model.RegionBook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The table of regions. */
@RestController
@RequestMapping("/api/v1/regions")
class RegionController {

    private final RegionBook regions;

    RegionController(RegionBook regions) {
        this.regions = regions;
    }

    /**
     * 行政区划表 · The table of regions. Each with the area whose fund pays for those insured in it.
     *
     * @param cursor optional
     * @param limit optional
     * @return a page of regions
     */
    @GetMapping
    Mono<ListResponse<RegionResponse>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var begin = ListCursor.ofRegion(checks, cursor);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        String after = begin.orElse("");
        var following = Flux.fromIterable(regions.regions())
                .filter(region -> region.code().value().compareTo(after) > 0);
        return Page.firstOf(
                        following,
                        size.orElse(FieldChecks.PAGE_SIZE_DEFAULT),
                        region -> region.code().value())
                .map(page -> ListResponse.of(page, RegionResponse::of));
    }
}
