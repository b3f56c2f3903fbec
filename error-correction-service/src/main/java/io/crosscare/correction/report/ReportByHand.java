package io.crosscare.correction.report;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.RecordRefusal;
import io.crosscare.correction.desk.model.CaseSubject;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.desk.model.Refusal;
import io.crosscare.correction.desk.model.Refusal.KnownVersions;
import io.crosscare.correction.desk.model.Refusal.Statement;
import io.crosscare.correction.desk.model.VisitScope;
import io.crosscare.correction.report.CasePapers.Reported;
import io.crosscare.correction.report.model.Report;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Opens a case by hand: a hospital reports what the window said to a patient. Where it names visit and cause of a case that is
 * there, the report joins that case as one refusal more. Once per key; a report that is stored opens its case in the end, for the
 * same request does the rest.
 */
public final class ReportByHand {

    private static final int SENTENCE_LENGTH_MAX = 60;

    private final CorrectionCases cases;
    private final RecordRefusal recordRefusal;
    private final CasePapers papers;
    private final BlindIndex blindIndex;
    private final RandomIds ids;
    private final Clock clock;

    public ReportByHand(
            CorrectionCases cases,
            RecordRefusal recordRefusal,
            CasePapers papers,
            BlindIndex blindIndex,
            RandomIds ids,
            Clock clock) {
        this.cases = cases;
        this.recordRefusal = recordRefusal;
        this.papers = papers;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is reported. {@code toString} shows nothing of it.
     *
     * @param person null where the hospital could not find the person in the suite
     * @param visitId null where there is no visit yet
     */
    public record Told(
            InstitutionCode institution,
            String account,
            @Nullable PersonId person,
            @Nullable String visitId,
            @Nullable String batch,
            Reason reason,
            RegionCode insuredRegion,
            RegionCode careRegion,
            String serviceType,
            LocalDate serviceDate,
            String errorText,
            boolean isCardSeen,
            boolean isIdentitySeen,
            @Nullable String cardNumber,
            @Nullable String identityNumber) {

        @Override
        public String toString() {
            return "Told[…]";
        }

        /** All of it, for a keyed hash. */
        private String content() {
            return String.join(
                    "\u0000",
                    Objects.toString(person, ""),
                    Objects.toString(visitId, ""),
                    Objects.toString(batch, ""),
                    reason.code(),
                    insuredRegion.value(),
                    careRegion.value(),
                    serviceType,
                    serviceDate.toString(),
                    errorText,
                    isCardSeen + "/" + isIdentitySeen,
                    Objects.toString(cardNumber, ""),
                    Objects.toString(identityNumber, ""));
        }
    }

    /** What became of it. */
    public sealed interface Outcome {

        record Opened(Report report) implements Outcome {}

        /** The same request had been taken before. */
        record Replayed(Report report) implements Outcome {}

        /** The key was used before with other content. */
        record KeyReused() implements Outcome {}

        /** The case of that visit and cause is another hospital's. */
        record NotVisible() implements Outcome {}
    }

    public Mono<Outcome> report(Told told, IdempotencyKey key) {
        String hospital = told.institution().value();
        Receipt receipt = new Receipt(
                blindIndex.of("correction.report-key", hospital + ":" + key.value()),
                blindIndex.of("correction.report", told.content()));
        return papers.findReport(receipt.key())
                .switchIfEmpty(Mono.defer(() -> add(told, receipt)))
                .flatMap(reported -> reported.receipt().equals(receipt)
                        ? open(told, reported)
                        : Mono.<Outcome>just(new Outcome.KeyReused()))
                .defaultIfEmpty(new Outcome.NotVisible());
    }

    /** Empty where the case is another hospital's. */
    private Mono<Reported> add(Told told, Receipt receipt) {
        CaseSubject subject = subject(told, receipt);
        Author by = new Author(Author.Role.HOSPITAL, told.institution().value(), told.account());
        Report report = new Report(
                ids.next('n'),
                subject.caseId(),
                clock.instant(),
                by,
                Masking.pastedText(told.errorText()),
                told.isCardSeen(),
                told.isIdentitySeen(),
                told.person() != null,
                told.visitId() != null,
                told.cardNumber(),
                told.identityNumber());
        CaseSight own = new CaseSight.OfInstitution(told.institution());
        Reported reported = new Reported(report, receipt);
        return cases.find(subject.caseId())
                .map(own::shows)
                .defaultIfEmpty(true)
                .filter(isOwn -> isOwn)
                .flatMap(_ -> papers.addReport(reported))
                .flatMap(isAdded -> isAdded ? Mono.just(reported) : papers.findReport(receipt.key()));
    }

    /** Counting it again changes nothing: its time is its number in the sequence. */
    private Mono<Outcome> open(Told told, Reported reported) {
        Report report = reported.report();
        Refusal refusal = refusal(told, reported.receipt(), report.at());
        return cases.find(report.caseId())
                .map(present -> present.file().refusals().seen().contains(refusal.sequence()))
                .defaultIfEmpty(false)
                .flatMap(isCounted -> recordRefusal
                        .record(refusal)
                        .thenReturn(isCounted ? new Outcome.Replayed(report) : new Outcome.Opened(report)));
    }

    private Refusal refusal(Told told, Receipt receipt, Instant at) {
        String sentence = sentence(told.errorText());
        return new Refusal(
                "h" + receipt.key(),
                at.toEpochMilli(),
                subject(told, receipt),
                told.institution(),
                told.insuredRegion(),
                told.careRegion(),
                told.serviceType(),
                told.serviceDate(),
                told.serviceDate(),
                at,
                new Statement(sentence, "Reported by the hospital", null, null, null),
                null,
                null,
                null,
                new KnownVersions(null, null, List.of()),
                null,
                null,
                null);
    }

    private static String sentence(String errorText) {
        String line = Masking.pastedText(errorText).lines().findFirst().orElse("");
        String whole = "医院登记：" + line;
        return whole.length() <= SENTENCE_LENGTH_MAX ? whole : whole.substring(0, SENTENCE_LENGTH_MAX - 1) + "…";
    }

    /** Where the suite has no name for person or visit, the request's own makes one, so that the same request means the same case. */
    private CaseSubject subject(Told told, Receipt receipt) {
        PersonId person = told.person();
        String visit = told.visitId();
        return new CaseSubject(
                new VisitScope(
                        person == null ? new PersonId(MadeUpIds.of('p', receipt.key())) : person,
                        visit == null ? MadeUpIds.of('v', receipt.key()) : visit,
                        told.batch()),
                told.reason());
    }
}
