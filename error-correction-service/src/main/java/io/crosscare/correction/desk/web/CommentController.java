package io.crosscare.correction.desk.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CommentOnCase;
import io.crosscare.correction.desk.CommentOnCase.Outcome;
import io.crosscare.correction.desk.PastedText;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.web.CaseResponses.CommentResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Comments by the hospital of a case and by the agencies of its two regions. */
@RestController
@RequestMapping("/api/v1/correction-cases")
class CommentController {

    private static final Text FULL = Text.of("该纠错单的留言已达上限", "this case has as many comments as it can hold");

    private final CommentOnCase commentOnCase;

    CommentController(CommentOnCase commentOnCase) {
        this.commentOnCase = commentOnCase;
    }

    /**
     * A comment.
     *
     * @param text 正文 · at most 2,000 characters, line breaks allowed
     */
    record CommentRequest(@Nullable String text) {

        String toText() {
            FieldChecks checks = new FieldChecks();
            var given = checks.required("text", text, "text", PastedText.RULE, PastedText::parse);
            checks.throwIfInvalid();
            return given.value();
        }
    }

    /**
     * 留言 · Comments on a case. Numbers of persons that were pasted into it are masked before it is stored.
     *
     * @param caller {@code HOSPITAL}: on its own cases; {@code AGENCY}: on those of its region as insured or as care region
     * @param id of the case
     * @return 201 the comment as it is stored; 200 the same comment again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/{id}/comments")
    Mono<ResponseEntity<CommentResponse>> comment(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody CommentRequest body) {
        Author author = Authors.require(caller);
        CaseSight sight = CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
        CaseId caseId = CaseController.Ids.require(id);
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return commentOnCase
                .comment(sight, author, caseId, callerKey, body.toText())
                .map(CommentController::answer);
    }

    private static ResponseEntity<CommentResponse> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Written(Comment comment) ->
                ResponseEntity.status(HttpStatus.CREATED).body(CommentResponse.of(comment));
            case Outcome.Replayed(Comment comment) ->
                ResponseEntity.ok().header("Idempotency-Hit", "true").body(CommentResponse.of(comment));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.Full() -> throw ProblemException.conflict(FULL);
            case Outcome.NotVisible() -> throw ProblemException.notFound();
        };
    }
}
