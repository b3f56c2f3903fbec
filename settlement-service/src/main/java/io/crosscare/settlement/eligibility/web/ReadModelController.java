package io.crosscare.settlement.eligibility.web;

import io.crosscare.chassis.event.Freshness;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.eligibility.CopiedTopic;
import io.crosscare.settlement.eligibility.CopyRebuilds;
import io.crosscare.settlement.eligibility.RebuildCopies;
import io.crosscare.settlement.eligibility.RebuildCopies.Requested;
import io.crosscare.settlement.eligibility.StoredCopies;
import io.crosscare.settlement.eligibility.web.ReadModelsResponse.CopiesResponse;
import io.crosscare.settlement.eligibility.web.ReadModelsResponse.RebuildResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The copies of others' records, and their rebuilding from what the owners have. For operators alone. */
@RestController
@RequestMapping("/api/v1/read-models")
class ReadModelController {

    private static final Duration ASK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final RebuildCopies rebuildCopies;
    private final CopyRebuilds rebuilds;
    private final StoredCopies copies;
    private final Freshness freshness;

    ReadModelController(RebuildCopies rebuildCopies, CopyRebuilds rebuilds, StoredCopies copies, Freshness freshness) {
        this.rebuildCopies = rebuildCopies;
        this.rebuilds = rebuilds;
        this.copies = copies;
        this.freshness = freshness;
    }

    /**
     * 副本状态 · Tells of the copies: how many there are, up to when everything has arrived, and of the latest rebuilding.
     *
     * @param caller {@code OPERATOR}
     * @return the state of every topic that is copied
     */
    @GetMapping
    Mono<ReadModelsResponse> read(Caller caller) {
        requireOperator(caller);
        Mono<List<CopiesResponse>> topics =
                Flux.fromArray(CopiedTopic.values()).concatMap(this::copies).collectList();
        return topics.flatMap(all -> rebuilds.latest()
                .map(latest -> new ReadModelsResponse(all, RebuildResponse.of(latest)))
                .defaultIfEmpty(new ReadModelsResponse(all, null)));
    }

    /**
     * 重建副本 · Rebuilds copies from what their owners have, in the background and in place: nothing is refused meanwhile. One
     * rebuilding runs at a time; asking again is safe.
     *
     * @param caller {@code OPERATOR}
     * @return 202 the rebuilding; the list of read models tells how far it has come
     * @throws ProblemException {@code conflict}
     */
    @PostMapping("/rebuilds")
    Mono<ResponseEntity<RebuildResponse>> rebuild(
            Caller caller, @RequestBody(required = false) @Nullable RebuildRequest body) {
        requireOperator(caller);
        List<CopiedTopic> topics = body == null ? List.of(CopiedTopic.values()) : body.toTopics();
        return rebuildCopies.request(topics, caller.subject()).map(this::answer);
    }

    private ResponseEntity<RebuildResponse> answer(Requested requested) {
        return switch (requested) {
            case Requested.Begun(var rebuild) -> ResponseEntity.accepted().body(RebuildResponse.of(rebuild));
            case Requested.Busy(var running) ->
                throw ProblemException.conflict(Text.of("已有一次重建正在进行", "another rebuilding is running"))
                        .with("rebuildId", running.id())
                        .retryAfter(ASK_AGAIN_AFTER);
        };
    }

    private Mono<CopiesResponse> copies(CopiedTopic copied) {
        return Mono.zip(
                        copies.count(copied),
                        freshness.publishedBefore(copied.topic()),
                        freshness.isFresh(copied.topic()))
                .map(known -> CopiesResponse.of(copied, known.getT1(), known.getT2(), known.getT3()));
    }

    private static void requireOperator(Caller caller) {
        if (!(caller instanceof Caller.Operator)) {
            throw ProblemException.forbidden();
        }
    }
}
