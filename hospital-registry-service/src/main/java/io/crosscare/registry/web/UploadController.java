package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.upload.RetryUpload;
import io.crosscare.registry.upload.Uploads;
import io.crosscare.registry.upload.UploadsUnderWay;
import io.crosscare.registry.upload.model.Upload;
import io.crosscare.registry.upload.model.UploadKind;
import io.crosscare.registry.upload.model.UploadState;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What goes up to the upper platform, and how far it has come. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadController {

    private static final Pattern ID = Pattern.compile("(FILING|INSTITUTION):[A-Za-z0-9]{1,64}");
    private static final Text UNANSWERED = Text.of(
            "已送出，上级平台尚未答复；系统会以同一键自动再传（nextAttemptAt），无需重传",
            "It was sent and the platform has not answered; it is sent again by itself under the same key"
                    + " (nextAttemptAt)");
    private static final Text ACCEPTED =
            Text.of("上级平台已接收，无需重传", "The platform has accepted it, there is nothing to send again");

    private final Uploads uploads;
    private final RetryUpload retryUpload;
    private final UploadsUnderWay underWay;

    UploadController(Uploads uploads, RetryUpload retryUpload, UploadsUnderWay underWay) {
        this.uploads = uploads;
        this.retryUpload = retryUpload;
        this.underWay = underWay;
    }

    /**
     * 上传情况 · The uploads to the upper platform, one for each institution and filing. Where no platform is configured nothing is
     * due, and the answer says so.
     *
     * @param caller {@code AGENCY}: of its region, where the institution lies or the person is insured; {@code OPERATOR}: all
     * @param state optional, {@link UploadState}
     * @param kind optional, {@link UploadKind}
     * @param cursor optional
     * @param limit optional
     * @return a page of uploads, in the order of their ids
     */
    @GetMapping
    Mono<UploadsResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var inState = checks.optionalOneOf("state", state, UploadState.class);
        var ofKind = checks.optionalOneOf("kind", kind, UploadKind.class);
        var after = ListCursor.of(checks, cursor, ID);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        var query = new Uploads.Query(inState.orNull(), ofKind.orNull(), regionOf(caller), after.orNull());
        int most = size.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return uploads.list(query, most + 1)
                .collectList()
                .map(oneMore -> UploadsResponse.of(Page.firstOf(oneMore, most, Upload::id), underWay));
    }

    /**
     * 重新上传 · Sends a refused record once more, when its cause is put right, and one that is due at once. What was sent and not
     * answered is sent again by itself, and what was accepted is not: both are a conflict.
     *
     * @param caller {@code AGENCY}: of the region; {@code OPERATOR}
     * @param id of the upload
     * @return the upload, which is due again
     * @throws ProblemException {@code conflict}
     */
    @PostMapping("/{id}/retries")
    Mono<UploadResponse> retry(Caller caller, @PathVariable String id) {
        String upload = PathId.require(id, UploadController::parseId);
        RegionCode own = regionOf(caller);
        Predicate<RegionCode> mayAsk = region -> own == null || own.contains(region);
        return retryUpload
                .retry(upload, mayAsk)
                .switchIfEmpty(Mono.error(ProblemException::notFound))
                .flatMap(outcome -> switch (outcome) {
                    case RetryUpload.Outcome.Due(Upload due) -> Mono.just(UploadResponse.of(due));
                    case RetryUpload.Outcome.NothingToSend(Upload left) ->
                        Mono.error(
                                ProblemException.conflict(left.state() == UploadState.ACCEPTED ? ACCEPTED : UNANSWERED)
                                        .with("state", left.state().name()));
                });
    }

    /** Whose uploads the caller may see; null for all. */
    private static @Nullable RegionCode regionOf(Caller caller) {
        return switch (caller) {
            case Caller.Agency agency -> agency.region();
            case Caller.Operator _ -> null;
            case Caller.Hospital _, Caller.Platform _, Caller.Insured _, Caller.Service _ ->
                throw ProblemException.forbidden();
        };
    }

    private static String parseId(String text) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("not the id of an upload");
        }
        return text;
    }
}
