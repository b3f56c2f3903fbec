package io.crosscare.registry.web;

import io.crosscare.chassis.feed.Feed;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.registry.directory.Institutions.Recorded;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The changes of institutions, for platforms that keep a copy. */
@RestController
@RequestMapping("/api/v1/institutions/changes")
class InstitutionFeedController {

    private final Feed<Recorded> feed;

    InstitutionFeedController(Feed<Recorded> feed) {
        this.feed = feed;
    }

    /**
     * 机构变更订阅 · The changes of institutions in the order in which they were recorded, suspensions and resumptions with them:
     * none is left out, and none is told out of order. There is always a cursor, with which the reader goes on, also after the end.
     *
     * @param caller {@code PLATFORM}: a province's sees its province, the nation's everything
     * @param cursor optional, {@code nextCursor} of the answer before; the first change where left out
     * @param limit optional
     * @return what follows, oldest first
     */
    @GetMapping
    Mono<ChangesResponse> changes(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        if (!(caller instanceof Caller.Platform platform)) {
            throw ProblemException.forbidden();
        }
        FieldChecks checks = new FieldChecks();
        var after = ListCursor.of(checks, cursor, InstitutionFeedController::seqOf);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        long seq = after.orNull() == null ? 0 : Long.parseLong(after.value());
        RegionCode province = platform.region();
        return feed.read(
                        recorded -> province == null
                                || province.contains(
                                        recorded.change().institution().region()),
                        seq,
                        size.orElse(FieldChecks.PAGE_SIZE_DEFAULT))
                .map(ChangesResponse::of);
    }

    private static @Nullable String seqOf(String place) {
        return place.matches("[0-9]{1,12}") ? place : null;
    }
}
