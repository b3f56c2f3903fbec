package io.crosscare.settlement.replay.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.replay.PolicyReplays;
import io.crosscare.settlement.replay.RequestReplay;
import io.crosscare.settlement.replay.RequestReplay.Requested;
import io.crosscare.settlement.replay.model.PolicyReplay;
import io.crosscare.settlement.replay.web.ReplayRequest.Replaying;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What-if: a candidate policy over the settlements of a period, for the agency of its region. Changes no settlement. */
@RestController
@RequestMapping("/api/v1/policy-replays")
class ReplayController {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final int LISTED_MAX = 50;
    private static final String CSV = "text/csv;charset=UTF-8";

    private final RequestReplay requestReplay;
    private final PolicyReplays replays;

    ReplayController(RequestReplay requestReplay, PolicyReplays replays) {
        this.requestReplay = requestReplay;
        this.replays = replays;
    }

    /**
     * 开始政策推演 · Begins a replay: what a published or proposed policy would have changed if it had been the law of a period. It runs in the
     * background; one runs at a time.
     *
     * @param caller {@code AGENCY}: of the policy's region
     * @return 202 the replay, running; with {@code Idempotency-Hit} where the same key began it before
     * @throws ProblemException {@code not-found}, {@code conflict}, {@code idempotency-conflict}
     */
    @PostMapping
    Mono<ResponseEntity<ReplayResponse>> begin(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ReplayRequest body) {
        Caller.Agency agency = caller.requireAgency();
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        Replaying replaying = body.toReplaying();
        return requestReplay
                .request(replaying.policyHash(), replaying.period(), agency, callerKey.value())
                .map(ReplayController::answer);
    }

    private static ResponseEntity<ReplayResponse> answer(Requested requested) {
        return switch (requested) {
            case Requested.Begun(PolicyReplay replay) ->
                ResponseEntity.accepted().body(ReplayResponse.whole(replay));
            case Requested.Replayed(PolicyReplay replay) ->
                ResponseEntity.accepted().header(IdempotencyKey.HIT, "true").body(ReplayResponse.whole(replay));
            case Requested.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Requested.Busy(var _) ->
                throw ProblemException.conflict(Text.of("已有一次政策推演正在进行", "another replay is running"))
                        .retryAfter(ASK_AGAIN_AFTER);
            case Requested.NoSuchPolicy() -> throw ProblemException.notFound();
        };
    }

    /**
     * 政策推演列表 · The replays of the caller's regions, the latest first.
     *
     * @param caller {@code AGENCY}: of its region
     * @return the replays, without their groups
     */
    @GetMapping
    Mono<ReplaysResponse> list(Caller caller) {
        Caller.Agency agency = caller.requireAgency();
        return requestReplay
                .giveUpSilent()
                .thenMany(replays.latest(LISTED_MAX))
                .filter(replay -> agency.isAgencyOf(replay.asked().region()))
                .map(ReplayResponse::inShort)
                .collectList()
                .map(ReplaysResponse::new);
    }

    /**
     * 政策推演结果 · A replay: while it runs how far it has come, then by group who would have gained and who would have lost.
     *
     * @param caller {@code AGENCY}: of the policy's region
     * @param id of the replay
     * @return the replay
     */
    @GetMapping("/{id}")
    Mono<ReplayResponse> one(Caller caller, @PathVariable String id) {
        return visible(caller, id).map(ReplayResponse::whole);
    }

    /**
     * 政策推演导出 · The groups of a replay as a table for spreadsheets, amounts in yuan.
     *
     * @param caller {@code AGENCY}: of the policy's region
     * @param id of the replay
     * @return the table
     */
    @GetMapping(path = "/{id}/groups.csv", produces = CSV)
    Mono<String> groups(Caller caller, @PathVariable String id) {
        return visible(caller, id).map(ReplayCsv::of);
    }

    /**
     * 取消政策推演 · Stops a replay that runs; what it has found until then stays. One that has ended stays as it is.
     *
     * @param caller {@code AGENCY}: of the policy's region
     * @param id of the replay
     * @return the replay as it stands
     */
    @PostMapping("/{id}/cancellations")
    Mono<ReplayResponse> cancel(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        caller.requireAgency();
        IdempotencyKey.require(key);
        return visible(caller, id).flatMap(requestReplay::cancel).map(ReplayResponse::whole);
    }

    private Mono<PolicyReplay> visible(Caller caller, String id) {
        Caller.Agency agency = caller.requireAgency();
        return requestReplay
                .giveUpSilent()
                .then(replays.find(id))
                .filter(replay -> agency.isAgencyOf(replay.asked().region()))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }
}
