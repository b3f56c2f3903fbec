package io.crosscare.registry.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.registry.directory.Institutions;
import io.crosscare.registry.directory.PublishedChange;
import io.crosscare.registry.keeping.Announcement;
import io.crosscare.registry.keeping.KeepInstitution;
import io.crosscare.registry.keeping.KeepingOutcome;
import io.crosscare.registry.web.AnnouncementRequests.OutageRequest;
import io.crosscare.registry.web.AnnouncementRequests.ResumptionRequest;
import io.crosscare.registry.web.AnnouncementRequests.SuspensionRequest;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What keepers announce for one institution, and what ever became of it. */
@RestController
@RequestMapping("/api/v1/institutions/{code}")
class InstitutionKeepingController {

    private static final Text OVERLAPPING = Text.of("所填日期已有暂停公告", "Another suspension has some of these days");
    private static final Text NOT_SUSPENDED = Text.of("该日未处于暂停状态", "The institution is not suspended on that day");
    private static final Text TOO_MANY = Text.of("公告过多，请先整理", "Too many are announced already");

    private final KeepInstitution keepInstitution;
    private final Institutions institutions;
    private final MeterRegistry meters;

    InstitutionKeepingController(KeepInstitution keepInstitution, Institutions institutions, MeterRegistry meters) {
        this.keepInstitution = keepInstitution;
        this.institutions = institutions;
        this.meters = meters;
    }

    /**
     * 暂停医保服务 · Suspends an institution for days. It settles directly with nobody on them.
     *
     * @param caller {@code AGENCY}: of the region of the institution; {@code PLATFORM}: of its province
     * @param code of the institution, H and eleven digits
     * @return 201 the change; 200 the same change again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/suspensions")
    Mono<ResponseEntity<PublishedChange>> suspend(
            Caller caller,
            @PathVariable String code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody SuspensionRequest body) {
        return announce(caller, code, key, body.toAnnouncement());
    }

    /**
     * 恢复医保服务 · Ends the suspension in force on a day, from that day on. One that would begin on it is called off.
     *
     * @param caller {@code AGENCY}: of the region of the institution; {@code PLATFORM}: of its province
     * @param code of the institution, H and eleven digits
     * @return 201 the change; 200 the same change again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/resumptions")
    Mono<ResponseEntity<PublishedChange>> resume(
            Caller caller,
            @PathVariable String code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ResumptionRequest body) {
        return announce(caller, code, key, body.toAnnouncement());
    }

    /**
     * 停机公告 · Announces a time without systems. It is told in look-ups and refuses nothing.
     *
     * @param caller {@code AGENCY}: of the region of the institution; {@code PLATFORM}: of its province
     * @param code of the institution, H and eleven digits
     * @return 201 the change; 200 the same change again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/outages")
    Mono<ResponseEntity<PublishedChange>> announceOutage(
            Caller caller,
            @PathVariable String code,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody OutageRequest body) {
        return announce(caller, code, key, body.toAnnouncement());
    }

    /**
     * 机构变更历史 · Everything that was ever recorded of an institution, in order: who, when, what and on whose word.
     *
     * @param caller {@code AGENCY}, {@code PLATFORM}, {@code OPERATOR}
     * @param code of the institution, H and eleven digits
     * @return all its changes
     */
    @GetMapping("/history")
    Mono<ListResponse<PublishedChange>> history(Caller caller, @PathVariable String code) {
        boolean mayRead = switch (caller) {
            case Caller.Agency _, Caller.Platform _, Caller.Operator _ -> true;
            case Caller.Hospital _, Caller.Insured _, Caller.Service _ -> false;
        };
        if (!mayRead) {
            throw ProblemException.forbidden();
        }
        return institutions
                .history(checked(code))
                .map(PublishedChange::of)
                .collectList()
                .filter(changes -> !changes.isEmpty())
                .map(changes -> new ListResponse<>(changes, null))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private Mono<ResponseEntity<PublishedChange>> announce(
            Caller caller, String code, @Nullable String key, Announcement announcement) {
        return keepInstitution
                .announce(checked(code), announcement, caller, IdempotencyKey.require(key))
                .flatMap(this::answer);
    }

    private Mono<ResponseEntity<PublishedChange>> answer(KeepingOutcome outcome) {
        return switch (outcome) {
            case KeepingOutcome.Done(var recorded) -> {
                meters.counter(
                                "crosscare.registry.announcements",
                                "kind",
                                recorded.change().kind().name())
                        .increment();
                yield Mono.just(ResponseEntity.status(HttpStatus.CREATED).body(PublishedChange.of(recorded)));
            }
            case KeepingOutcome.Replayed(var recorded) ->
                Mono.just(ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(PublishedChange.of(recorded)));
            case KeepingOutcome.KeyReused _ -> Mono.error(ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT));
            case KeepingOutcome.NotKeeper _ -> Mono.error(ProblemException.forbidden());
            case KeepingOutcome.NoSuchInstitution _ -> Mono.error(ProblemException.notFound());
            case KeepingOutcome.Overlapping _ -> Mono.error(ProblemException.conflict(OVERLAPPING));
            case KeepingOutcome.NotSuspended _ -> Mono.error(ProblemException.conflict(NOT_SUSPENDED));
            case KeepingOutcome.TooMany _ -> Mono.error(ProblemException.conflict(TOO_MANY));
        };
    }

    private static InstitutionCode checked(String code) {
        return PathId.require(code, InstitutionCode::new);
    }
}
