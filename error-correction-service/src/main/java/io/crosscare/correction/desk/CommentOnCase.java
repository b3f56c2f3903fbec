package io.crosscare.correction.desk;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.CorrectionCase;
import java.time.Clock;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Writes a comment on a case, once per key. Numbers of persons are cut out before anything is stored. */
public final class CommentOnCase {

    private final CorrectionCases cases;
    private final ChangeCase changeCase;
    private final BlindIndex blindIndex;
    private final RandomIds ids;
    private final Clock clock;

    public CommentOnCase(
            CorrectionCases cases, ChangeCase changeCase, BlindIndex blindIndex, RandomIds ids, Clock clock) {
        this.cases = cases;
        this.changeCase = changeCase;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Written(Comment comment) implements Outcome {}

        /** The same request had been answered so before. */
        record Replayed(Comment comment) implements Outcome {}

        /** The key was used before with another text. */
        record KeyReused() implements Outcome {}

        /** There are as many comments as a case can have. */
        record Full() implements Outcome {}

        /** There is no such case in the caller's sight. */
        record NotVisible() implements Outcome {}
    }

    /**
     * Writes it.
     *
     * @param text as it was pasted
     */
    public Mono<Outcome> comment(CaseSight sight, Author author, CaseId id, IdempotencyKey key, String text) {
        Comment comment = new Comment(
                ids.next('m'), clock.instant(), author, Masking.pastedText(text), receipt(author, id, key, text));
        return cases.find(id)
                .filter(sight::joins)
                .flatMap(present -> present.file()
                        .commentOf(comment.receipt())
                        .map(before -> Mono.just(again(before, comment)))
                        .orElseGet(() -> write(id, comment)))
                .defaultIfEmpty(new Outcome.NotVisible());
    }

    private Mono<Outcome> write(CaseId id, Comment comment) {
        return changeCase
                .change(id, present -> present.commented(comment, comment.at()))
                .map(changed -> outcome(changed.after(), comment));
    }

    /** What is on the case now under this key may be its twin's, which was faster. */
    private static Outcome outcome(CorrectionCase changed, Comment comment) {
        Optional<Comment> stored = changed.file().commentOf(comment.receipt());
        if (stored.isEmpty()) {
            return new Outcome.Full();
        }
        return stored.get().id().equals(comment.id()) ? new Outcome.Written(comment) : again(stored.get(), comment);
    }

    private static Outcome again(Comment before, Comment comment) {
        return before.receipt().equals(comment.receipt()) ? new Outcome.Replayed(before) : new Outcome.KeyReused();
    }

    /** A key belongs to the organisation that made it; what is stored shows neither it nor the text. */
    private Receipt receipt(Author author, CaseId id, IdempotencyKey key, String text) {
        return new Receipt(
                blindIndex.of("correction.idempotency-key", author.organisation() + ":" + key.value()),
                blindIndex.of("correction.comment", id.value() + ":" + text));
    }
}
