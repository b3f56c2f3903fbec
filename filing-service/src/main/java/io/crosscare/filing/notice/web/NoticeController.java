package io.crosscare.filing.notice.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.filing.lodging.FilingRules;
import io.crosscare.filing.notice.Notices;
import io.crosscare.filing.notice.model.NoticeId;
import io.crosscare.filing.notice.model.NoticeKind;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists what has to be told because days have passed. */
@RestController
@RequestMapping("/api/v1/filing-notices")
public final class NoticeController {

    private final Notices notices;
    private final FilingRules rules;

    public NoticeController(Notices notices, FilingRules rules) {
        this.notices = notices;
        this.rules = rules;
    }

    /**
     * 备案提醒 · Which filings end and which promised papers are due, each told once, in the order of the days that brought it. A
     * notice stays when its cause is gone.
     *
     * @param caller {@code AGENCY}: of its region; {@code INSURED}: one's own
     * @param kind optional, {@link NoticeKind}
     * @param insuredRegion optional
     * @param cursor optional
     * @param limit optional
     * @return a page of notices
     */
    @GetMapping
    Mono<NoticesResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var noticeKind = checks.optionalOneOf("kind", kind, NoticeKind.class);
        var region = checks.optionalRegion("insuredRegion", insuredRegion);
        var after = checks.cursor(cursor, NoticeId::new);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        RegionCode asked = region.orNull();
        return notices.list(new Notices.Query(
                        visibleRegions(caller, one -> asked == null || one.equals(asked)),
                        personOf(caller),
                        noticeKind.orNull(),
                        after.orNull(),
                        size + 1))
                .map(NoticesResponse.NoticeResponse::of)
                .collectList()
                .map(oneMore -> NoticesResponse.page(oneMore, size));
    }

    private Set<RegionCode> visibleRegions(Caller caller, Predicate<RegionCode> isAsked) {
        Predicate<RegionCode> isVisible = switch (caller) {
            case Caller.Agency agency -> agency::isAgencyOf;
            case Caller.Insured _ -> _ -> true;
            case Caller.Hospital _, Caller.Platform _, Caller.Operator _, Caller.Service _ ->
                throw ProblemException.forbidden();
        };
        return rules.regions().stream().filter(isVisible.and(isAsked)).collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable PersonId personOf(Caller caller) {
        return caller instanceof Caller.Insured insured ? insured.person() : null;
    }
}
