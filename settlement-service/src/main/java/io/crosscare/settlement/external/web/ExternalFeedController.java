package io.crosscare.settlement.external.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.ExternalFeeds;
import io.crosscare.settlement.external.FeedBatch;
import io.crosscare.settlement.external.FeedBatch.Row;
import io.crosscare.settlement.external.model.ExternalFeed;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedRequest;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedResponse;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedRow;
import io.crosscare.settlement.external.web.ExternalFeedMessages.FeedsResponse;
import io.crosscare.settlement.external.web.ExternalFeedMessages.TakenResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The feeds of the insured regions' core systems: portions of them, and how far each has come. */
@RestController
@RequestMapping("/api/v1/external-feeds")
class ExternalFeedController {

    private static final int ROWS_MAX = 500;
    private static final Text INSTANT = Text.of(
            "应为不晚于现在的 UTC 时刻，如 2026-11-27T02:00:00Z",
            "must be an instant in UTC, not after now, such as 2026-11-27T02:00:00Z");

    private final FeedBatch feedBatch;
    private final ExternalFeeds feeds;
    private final CheckExternalFeed checkFeed;
    private final Clock clock;

    ExternalFeedController(FeedBatch feedBatch, ExternalFeeds feeds, CheckExternalFeed checkFeed, Clock clock) {
        this.feedBatch = feedBatch;
        this.feeds = feeds;
        this.checkFeed = checkFeed;
        this.clock = clock;
    }

    /**
     * 核心系统报送 · Takes a portion of a core system's feed: payments in their order, each recorded or refused by itself, and the word up to
     * when the feed is complete, which is taken only where no payment was refused. Sent again, it changes nothing.
     *
     * @param caller {@code AGENCY}: its own region's
     * @return what became of each payment, and the feed as it stands
     * @throws ProblemException {@code idempotency-conflict}
     */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<TakenResponse> take(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody FeedRequest body) {
        IdempotencyKey.require(key);
        FieldChecks checks = new FieldChecks();
        Checked<Instant> upTo = completeUpTo(checks, body.completeUpTo(), clock.instant());
        List<Row> rows = rows(checks, body);
        checks.throwIfInvalid();
        RegionCode region = caller.requireAgency().region();
        return feedBatch
                .take(region, rows, upTo.orNull(), caller.subject())
                .map(taken -> TakenResponse.of(
                        region, taken, taken.feed().map(this::response).orElse(null)));
    }

    private List<Row> rows(FieldChecks checks, FeedRequest body) {
        List<@Nullable FeedRow> given = body.externals();
        if (given == null) {
            if (body.completeUpTo() == null) {
                checks.reject("externals", "required", Text.of("必填", "is required"));
            }
            return List.of();
        }
        Checked<List<FeedRow>> listed = checks.list("externals", given, ROWS_MAX);
        if (!checks.isValid()) {
            return List.of();
        }
        List<FeedRow> requests = listed.value();
        List<Checked<PersonId>> persons = new ArrayList<>();
        List<ExternalRequest.Checks> payments = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            String path = "externals[" + i + "].";
            persons.add(checks.personId(path + "personId", requests.get(i).personId()));
            payments.add(requests.get(i).payment().check(checks, path, ChinaTime.today(clock)));
        }
        checks.throwIfInvalid();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            rows.add(new Row(
                    persons.get(i).value(),
                    payments.get(i).payment(),
                    payments.get(i).moves()));
        }
        return rows;
    }

    /**
     * 报送时延 · How far the feeds of the core systems have come, and what a silent one means for a settlement today. A region that never sent
     * one is not listed and not silent.
     *
     * @param caller {@code AGENCY}: its own region's; {@code OPERATOR}: all
     * @return the feeds, by region
     */
    @GetMapping
    Mono<FeedsResponse> feeds(Caller caller) {
        boolean isOperator = caller instanceof Caller.Operator;
        if (!isOperator && !(caller instanceof Caller.Agency)) {
            return Mono.error(ProblemException.forbidden());
        }
        return feeds.all()
                .filter(feed -> isOperator || caller.isAgencyOf(feed.region()))
                .map(this::response)
                .collectList()
                .map(FeedsResponse::new);
    }

    private FeedResponse response(ExternalFeed feed) {
        return response(feed, checkFeed, clock.instant());
    }

    static FeedResponse response(ExternalFeed feed, CheckExternalFeed checkFeed, Instant now) {
        return FeedResponse.of(feed, checkFeed.rule(feed.region()), checkFeed.standing(feed, now), now);
    }

    static Checked<Instant> completeUpTo(FieldChecks checks, @Nullable String given, Instant now) {
        return checks.optional("completeUpTo", given, "instant", INSTANT, text -> instant(text, now));
    }

    private static Instant instant(String text, Instant now) {
        try {
            Instant given = Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
            if (!given.isAfter(now)) {
                return given;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("no instant", e);
        }
        throw new IllegalArgumentException("nothing is complete in advance");
    }
}
