package io.crosscare.correction.report;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.report.CasePapers.Attached;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.AttachmentKind;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Attaches a file to a case, once per key, numbered from 1. What it is, is told by its content. */
public final class AttachToCase {

    private static final int ATTEMPTS_MAX = 8;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final CorrectionCases cases;
    private final CasePapers papers;
    private final BlindIndex blindIndex;
    private final Clock clock;

    public AttachToCase(CorrectionCases cases, CasePapers papers, BlindIndex blindIndex, Clock clock) {
        this.cases = cases;
        this.papers = papers;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Kept(Attachment attachment) implements Outcome {}

        /** The same file was brought by the same request before. */
        record Replayed(Attachment attachment) implements Outcome {}

        /** The key was used before with other content. */
        record KeyReused() implements Outcome {}

        /** There is no such case in the caller's sight. */
        record NotVisible() implements Outcome {}

        /** The content is no JPEG, PNG or PDF. */
        record OtherKind() implements Outcome {}

        /** The case has as many as it may. */
        record Full() implements Outcome {}
    }

    public Mono<Outcome> attach(CaseSight sight, Author by, CaseId id, IdempotencyKey key, String base64) {
        byte[] content = Base64.getDecoder().decode(base64);
        Receipt receipt = new Receipt(
                blindIndex.of("correction.attachment-key", by.organisation() + ":" + key.value()),
                blindIndex.of("correction.attachment", id.value() + ":" + base64));
        Optional<AttachmentKind> kind = AttachmentKind.of(content);
        return cases.find(id)
                .filter(sight::joins)
                .flatMap(_ -> kind.isEmpty()
                        ? Mono.<Outcome>just(new Outcome.OtherKind())
                        : attempt(
                                new Attached(
                                        new Attachment(id, 1, kind.get(), content.length, clock.instant(), by),
                                        receipt),
                                base64,
                                ATTEMPTS_MAX))
                .defaultIfEmpty(new Outcome.NotVisible());
    }

    private Mono<Outcome> attempt(Attached attached, String base64, int attemptsLeft) {
        if (attemptsLeft == 0) {
            return Mono.error(ProblemException.busy(RETRY_AFTER));
        }
        return papers.findAttachment(attached.receipt().key())
                .map(before -> again(before, attached.receipt()))
                .switchIfEmpty(Mono.defer(() -> add(attached, base64)))
                .switchIfEmpty(Mono.defer(() -> attempt(attached, base64, attemptsLeft - 1)));
    }

    private static Outcome again(Attached before, Receipt receipt) {
        return before.receipt().equals(receipt) ? new Outcome.Replayed(before.attachment()) : new Outcome.KeyReused();
    }

    /** Empty when another request was faster. */
    private Mono<Outcome> add(Attached attached, String base64) {
        return papers.attachmentsOf(attached.attachment().caseId()).count().flatMap(count -> {
            if (count >= Attachment.PER_CASE_MAX) {
                return Mono.just(new Outcome.Full());
            }
            Attachment numbered = attached.attachment().numbered(Math.toIntExact(count) + 1);
            return papers.addAttachment(new Attached(numbered, attached.receipt()), base64)
                    .filter(isKept -> isKept)
                    .map(_ -> new Outcome.Kept(numbered));
        });
    }
}
