package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.RegionBook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom to turn to: the agency that answers for a region, then those inside it. A region not known here has none. */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private final Register<Agency> agencies;
    private final RegionBook regions;

    AgencyController(Register<Agency> agencies, RegionBook regions) {
        this.agencies = agencies;
        this.regions = regions;
    }

    /**
     * 经办机构名录 · The agencies. Those that answer for a region come first.
     *
     * @param region optional, the region whose agencies are wanted
     * @param cursor optional
     * @param limit optional
     * @return a page of agencies
     */
    @GetMapping
    Mono<AgenciesResponse> list(
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var wanted = checks.optionalRegion("region", region);
        var after = ListCursor.ofRegion(checks, cursor);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        var matching = agencies.after(after.orNull()).filter(agency -> answersFor(agency.value(), wanted.orNull()));
        return Page.firstOf(
                        matching,
                        size.orElse(FieldChecks.PAGE_SIZE_DEFAULT),
                        agency -> agency.value().region().value())
                .map(page -> AgenciesResponse.of(page, region != null && cursor == null));
    }

    private boolean answersFor(Agency agency, @Nullable RegionCode region) {
        return region == null
                || region.contains(agency.region())
                || agency.region().equals(regions.poolingRegionOf(region));
    }
}
