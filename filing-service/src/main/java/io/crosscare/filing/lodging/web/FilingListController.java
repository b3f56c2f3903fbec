package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.lodging.Filings;
import io.crosscare.filing.lodging.model.Destinations;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.lodging.model.FilingState;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists filings, page by page. What a caller may not see is not there: a list of nothing, the same as for an unknown person. */
@RestController
@RequestMapping("/api/v1/filings")
public final class FilingListController {

    private final Filings filings;
    private final FilingRules rules;

    public FilingListController(Filings filings, FilingRules rules) {
        this.filings = filings;
        this.rules = rules;
    }

    /**
     * 备案列表 · Lists filings. What a caller may not see is not there: a list of nothing, the same as for an unknown person.
     *
     * @param caller {@code AGENCY}: of its region; {@code INSURED}: one's own
     * @param personId optional
     * @param careRegion optional
     * @param state optional, {@link FilingState}
     * @param cursor optional
     * @param limit optional
     * @return a page of filings
     */
    @GetMapping
    Mono<FilingsResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var person = checks.optionalPersonId("personId", personId);
        var destination = checks.optionalRegion("careRegion", careRegion);
        var filingState = checks.optionalOneOf("state", state, FilingState.class);
        var after = checks.cursor(cursor, FilingId::new);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        Filings.Query query = new Filings.Query(
                visibleRegions(caller, person.orNull()),
                visiblePerson(caller, person.orNull()),
                poolingRegionOf(destination.orNull()),
                filingState.orNull(),
                after.orNull(),
                size + 1);
        return filings.list(query)
                .map(FilingResponse::of)
                .collectList()
                .map(oneMore -> FilingsResponse.page(oneMore, size));
    }

    private static @Nullable RegionCode poolingRegionOf(@Nullable RegionCode place) {
        return place == null ? null : Destinations.poolingRegionOf(place);
    }

    private Set<RegionCode> visibleRegions(Caller caller, @Nullable PersonId asked) {
        return switch (caller) {
            case Caller.Agency agency ->
                rules.regions().stream().filter(agency::isAgencyOf).collect(Collectors.toUnmodifiableSet());
            case Caller.Service _ -> rules.regions();
            case Caller.Insured insured -> asked == null || insured.isPerson(asked) ? rules.regions() : Set.of();
            case Caller.Hospital _, Caller.Platform _, Caller.Operator _ -> throw ProblemException.forbidden();
        };
    }

    private static @Nullable PersonId visiblePerson(Caller caller, @Nullable PersonId asked) {
        return caller instanceof Caller.Insured insured ? insured.person() : asked;
    }
}
