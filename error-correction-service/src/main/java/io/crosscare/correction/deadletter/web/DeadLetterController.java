package io.crosscare.correction.deadletter.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.deadletter.DeadLetters;
import io.crosscare.correction.deadletter.DeadLetters.Query;
import io.crosscare.correction.deadletter.WorkOnDeadLetter;
import io.crosscare.correction.deadletter.WorkOnDeadLetter.Outcome;
import io.crosscare.correction.deadletter.model.DeadLetter;
import io.crosscare.correction.deadletter.model.LetterId;
import io.crosscare.correction.deadletter.web.DeadLetterResponses.DeadLetterResponse;
import io.crosscare.correction.deadletter.web.DeadLetterResponses.DeadLettersResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Messages that a service could not process, for operators: masked, to be sent again or given up. */
@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterController {

    private static final int REASON_LENGTH_MAX = 500;
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9.-]{0,80}");
    private static final Text NAME = Text.of("应为小写字母、数字、点和连字符", "must be lower-case letters, digits, dots and dashes");
    private static final Text CLOSED = Text.of("该死信已放弃处理", "this dead letter was given up");

    private final DeadLetters letters;
    private final WorkOnDeadLetter work;

    DeadLetterController(DeadLetters letters, WorkOnDeadLetter work) {
        this.letters = letters;
        this.work = work;
    }

    /**
     * Why a dead letter is given up.
     *
     * @param reason 理由 · at most 500 characters
     */
    record DiscardRequest(@Nullable String reason) {

        String toReason() {
            FieldChecks checks = new FieldChecks();
            var given = checks.text("reason", reason, REASON_LENGTH_MAX);
            checks.throwIfInvalid();
            return given.value();
        }
    }

    /**
     * 死信列表 · Messages that a service could not process, the latest parked first.
     *
     * @param caller {@code OPERATOR}: all of them
     * @param state optional, {@link DeadLetter.State}
     * @param topic optional, 主题 · the topic they were sent to
     * @param consumer optional, 服务 · the service that could not process them
     * @param cursor optional
     * @param limit optional
     * @return a page of dead letters
     */
    @GetMapping
    Mono<DeadLettersResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String consumer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        requireOperator(caller);
        FieldChecks checks = new FieldChecks();
        var inState = checks.optionalOneOf("state", state, DeadLetter.State.class);
        var ofTopic = checks.optional("topic", topic, "name", NAME, DeadLetterController::word);
        var ofConsumer = checks.optional("consumer", consumer, "name", NAME, DeadLetterController::word);
        var after = checks.cursor(cursor, DeadLetterResponses::decode);
        var pageSize = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return letters.list(
                        new Query(inState.orNull(), ofTopic.orNull(), ofConsumer.orNull(), after.orNull(), size + 1))
                .collectList()
                .flatMap(oneMore -> letters.replaysOf(
                                oneMore.stream().map(DeadLetter::id).toList())
                        .collectList()
                        .map(replays -> DeadLettersResponse.page(oneMore, size, replays)));
    }

    /**
     * 单个死信 · A message that a service could not process.
     *
     * @param caller {@code OPERATOR}: any
     * @param id of the dead letter
     * @return the dead letter
     */
    @GetMapping("/{id}")
    Mono<DeadLetterResponse> one(Caller caller, @PathVariable String id) {
        requireOperator(caller);
        return letters.find(letterId(id)).flatMap(this::response).switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 重新投递 · Sends the message to its topic again, as it was. Whoever has processed it before drops it; whoever still cannot
     * parks it anew, as another dead letter: this one then
     * says what it {@code cameBackAs}, and that one what it is a {@code replayOf}.
     *
     * @param caller {@code OPERATOR}: any
     * @param id of the dead letter
     * @return 200 the dead letter; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/{id}/replays")
    Mono<ResponseEntity<DeadLetterResponse>> replay(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key) {
        requireOperator(caller);
        return work.replay(letterId(id), caller.subject(), IdempotencyKey.require(key))
                .flatMap(this::answer);
    }

    /**
     * 放弃处理 · Gives the message up, with a reason; it is never sent again.
     *
     * @param caller {@code OPERATOR}: any
     * @param id of the dead letter
     * @return 200 the dead letter; the same for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/{id}/discards")
    Mono<ResponseEntity<DeadLetterResponse>> discard(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody DiscardRequest body) {
        requireOperator(caller);
        return work.discard(letterId(id), caller.subject(), IdempotencyKey.require(key), body.toReason())
                .flatMap(this::answer);
    }

    private static void requireOperator(Caller caller) {
        if (!(caller instanceof Caller.Operator)) {
            throw ProblemException.forbidden();
        }
    }

    private static LetterId letterId(String id) {
        return PathId.require(id, LetterId::new);
    }

    private static String word(String given) {
        if (!WORD.matcher(given).matches()) {
            throw new IllegalArgumentException("not a name");
        }
        return given;
    }

    private Mono<DeadLetterResponse> response(DeadLetter letter) {
        return letters.replaysOf(List.of(letter.id()))
                .collectList()
                .map(replays -> DeadLetterResponse.of(letter, replays));
    }

    private Mono<ResponseEntity<DeadLetterResponse>> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(DeadLetter letter) -> response(letter).map(ResponseEntity::ok);
            case Outcome.Replayed(DeadLetter letter) ->
                response(letter)
                        .map(body -> ResponseEntity.ok()
                                .header(IdempotencyKey.HIT, "true")
                                .body(body));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.Closed() -> throw ProblemException.conflict(CLOSED);
            case Outcome.Unknown() -> throw ProblemException.notFound();
        };
    }
}
