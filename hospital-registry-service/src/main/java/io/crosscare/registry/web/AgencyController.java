package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.directory.PublishedAgency;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.RegionBook;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Whom to turn to: the agency that answers for a region, then those inside it. A region not known here has none. */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyController {

    private static final Set<String> FILTERS = QueryFields.listOf("region");

    private final Register<Agency> agencies;
    private final RegionBook regions;

    AgencyController(Register<Agency> agencies, RegionBook regions) {
        this.agencies = agencies;
        this.regions = regions;
    }

    @GetMapping
    Mono<ListResponse<PublishedAgency>> list(@RequestParam MultiValueMap<String, String> parameters) {
        var fields = new QueryFields(parameters, FILTERS);
        FieldChecks checks = fields.checks();
        var region = checks.optionalRegion("region", fields.text("region"));
        var cursor = fields.cursor();
        var limit = fields.limit();
        checks.throwIfInvalid();

        var matching = agencies.after(cursor.orNull()).filter(agency -> answersFor(agency.value(), region.orNull()));
        return Page.firstOf(
                        matching,
                        QueryFields.orDefault(limit),
                        agency -> agency.value().region().value())
                .map(page -> ListResponse.of(page, PublishedAgency::of));
    }

    private boolean answersFor(Agency agency, @Nullable RegionCode region) {
        return region == null
                || region.contains(agency.region())
                || agency.region().equals(regions.poolingRegionOf(region));
    }
}
