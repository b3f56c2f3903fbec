package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.feed.Feed;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.FilingFeed.Recorded;
import io.crosscare.filing.lodging.model.FilingTerms;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The changes of filings, for platforms that keep a copy. */
@RestController
@RequestMapping("/api/v1/filings/changes")
public final class FilingFeedController {

    private static final Pattern PLACE = Pattern.compile("[0-9]{1,12}");

    private final Feed<Recorded> feed;

    public FilingFeedController(Feed<Recorded> feed) {
        this.feed = feed;
    }

    /**
     * 备案变更订阅 · The changes of filings in one order: every step of every filing has its place, none is left out. There is always
     * a cursor, with which the reader goes on, also after the end.
     *
     * @param caller {@code PLATFORM}: a province's sees filings of those insured or cared for in it, the nation's everything
     * @param cursor optional, {@code nextCursor} of the answer before; the first change where left out
     * @param limit optional
     * @return what follows, oldest first
     */
    @GetMapping
    Mono<FilingFeedResponse> changes(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        if (!(caller instanceof Caller.Platform platform)) {
            throw ProblemException.forbidden();
        }
        FieldChecks checks = new FieldChecks();
        var after = checks.cursor(cursor, FilingFeedController::placeOf);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        RegionCode province = platform.region();
        return feed.read(
                        recorded -> province == null
                                || concerns(province, recorded.filing().terms()),
                        after.orElse(0L),
                        size.orElse(FieldChecks.PAGE_SIZE_DEFAULT))
                .map(FilingFeedResponse::of);
    }

    private static boolean concerns(RegionCode province, FilingTerms terms) {
        return province.contains(terms.insuredRegion()) || province.contains(terms.careRegion());
    }

    private static Long placeOf(String given) {
        if (!PLACE.matcher(given).matches()) {
            throw new IllegalArgumentException("no place in the sequence");
        }
        return Long.valueOf(given);
    }
}
