package io.crosscare.settlement.external.web;

import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.external.CheckExternalFeed;
import io.crosscare.settlement.external.FeedFile;
import io.crosscare.settlement.external.FeedFile.Reading;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The feeds of the insured regions' core systems as files of any length. */
@RestController
@RequestMapping("/api/v1/external-feeds")
class FeedFileController {

    private static final String CSV = "text/csv";
    private static final String NDJSON = "application/x-ndjson";
    private static final Text CHARSET = Text.of("文件编码应为 UTF-8", "Files are read as UTF-8");

    private final FeedFile feedFile;
    private final CheckExternalFeed checkFeed;
    private final JsonMapper json;
    private final Clock clock;

    FeedFileController(FeedFile feedFile, CheckExternalFeed checkFeed, JsonMapper json, Clock clock) {
        this.feedFile = feedFile;
        this.checkFeed = checkFeed;
        this.json = json;
        this.clock = clock;
    }

    /**
     * 核心系统报送文件 · Takes a core system's feed as a file and works on it while it arrives: each payment is recorded or refused by itself, a
     * person's in the order of the file. The word up to when the feed is complete is taken only where no row was refused. Sent again,
     * it changes nothing.
     *
     * @param caller {@code AGENCY}: its own region's
     * @param completeUpTo optional, 完整截至 · every payment that the core made before has been sent, with this file; UTC
     * @param body 文件 · at most 200,000 rows in UTF-8: a JSON object a line, as a payment of a portion, or CSV whose first line names
     *     the columns {@code personId, coreNumber, sequence, manner, occurredOn, serviceType, moves}, the last as
     *     {@code counter:fen} between semicolons
     * @return how many rows were recorded, known and refused, the first 500 refused ones, and the feed as it stands
     */
    @PostMapping(consumes = {CSV, NDJSON})
    Mono<FeedFileResponse> take(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String completeUpTo,
            ServerHttpRequest request,
            @RequestBody Flux<DataBuffer> body) {
        Sent sent;
        try {
            sent = sent(caller, key, completeUpTo, request.getHeaders().getContentType());
        } catch (ProblemException problem) {
            // Who may not send a file is told so only when all of it has been read, for nobody listens before. What is
            // passed by is
            // discarded, which would release a buffer twice, and the connection with it.
            return body.map(FeedFileController::bytesOf).then(Mono.error(problem));
        }
        return feedFile.take(sent.region(), rows(body, sent.isCsv()), sent.completeUpTo(), caller.subject())
                .map(taken -> FeedFileResponse.of(
                        sent.region(),
                        taken,
                        taken.feed()
                                .map(feed -> ExternalFeedController.response(feed, checkFeed, clock.instant()))
                                .orElse(null)));
    }

    private record Sent(RegionCode region, @Nullable Instant completeUpTo, boolean isCsv) {}

    private Sent sent(Caller caller, @Nullable String key, @Nullable String completeUpTo, @Nullable MediaType type) {
        RegionCode region = caller.requireAgency().region();
        IdempotencyKey.require(key);
        Charset charset = type == null ? null : type.getCharset();
        if (charset != null && !charset.equals(StandardCharsets.UTF_8)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, CHARSET);
        }
        FieldChecks checks = new FieldChecks();
        Checked<Instant> upTo = ExternalFeedController.completeUpTo(checks, completeUpTo, clock.instant());
        checks.throwIfInvalid();
        boolean isCsv = type == null || !type.isCompatibleWith(MediaType.parseMediaType(NDJSON));
        return new Sent(region, upTo.orNull(), isCsv);
    }

    private Flux<Reading> rows(Flux<DataBuffer> body, boolean isCsv) {
        return Flux.defer(() -> {
            FeedRows rows = new FeedRows(json, isCsv, ChinaTime.today(clock));
            return body.map(FeedFileController::bytesOf)
                    .concatMapIterable(rows::accept)
                    .concatWith(Flux.defer(() -> Flux.fromIterable(rows.end())));
        });
    }

    private static byte[] bytesOf(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
