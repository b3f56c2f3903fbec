package io.crosscare.correction.report;

import io.crosscare.chassis.observability.Traces;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.CorrectionCases;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Shows what is masked elsewhere: numbers that a hospital reported, and attachments. The look stands in the trail before anything
 * is shown: where it cannot be written down, nothing is shown.
 */
public final class DisclosePapers {

    private static final int TRAIL_SHOWN_MAX = 200;

    private final CorrectionCases cases;
    private final CasePapers papers;
    private final Traces traces;
    private final Clock clock;

    public DisclosePapers(CorrectionCases cases, CasePapers papers, Traces traces, Clock clock) {
        this.cases = cases;
        this.papers = papers;
        this.traces = traces;
        this.clock = clock;
    }

    /** An attachment with its content, as Base64. */
    public record Shown(Attachment attachment, String base64) {

        @Override
        public String toString() {
            return "Shown[…]";
        }
    }

    /** What people brought to a case, masked; empty where there is no such case in the caller's sight. */
    public record Papers(List<Report> reports, List<Attachment> attachments, List<Disclosure> trail) {}

    public Mono<Papers> papersOf(CaseSight sight, CaseId id) {
        return visible(sight, id)
                .flatMap(_ -> Mono.zip(
                                papers.reportsOf(id).collectList(),
                                papers.attachmentsOf(id).collectList(),
                                papers.disclosuresOf(id, TRAIL_SHOWN_MAX).collectList())
                        .map(all -> new Papers(all.getT1(), all.getT2(), all.getT3())));
    }

    /** The reports with their numbers; empty where there is no such case in the caller's sight. */
    public Mono<List<Report>> numbers(CaseSight sight, Author by, CaseId id, String reason) {
        return visible(sight, id)
                .delayUntil(_ -> papers.note(disclosure(id, by, null, reason)))
                .flatMap(_ -> papers.reportsOf(id).collectList());
    }

    /** Empty where there is no such attachment in the caller's sight. */
    public Mono<Shown> attachment(CaseSight sight, Author by, CaseId id, int number, String reason) {
        return visible(sight, id)
                .flatMapMany(_ -> papers.attachmentsOf(id))
                .filter(attachment -> attachment.number() == number)
                .next()
                .delayUntil(_ -> papers.note(disclosure(id, by, number, reason)))
                .flatMap(attachment -> papers.contentOf(id, number).map(content -> new Shown(attachment, content)));
    }

    private Mono<Boolean> visible(CaseSight sight, CaseId id) {
        return cases.find(id).filter(sight::joins).map(_ -> true);
    }

    private Disclosure disclosure(CaseId id, Author by, @Nullable Integer attachment, String reason) {
        return new Disclosure(id, clock.instant(), by, attachment, reason, traces.traceId());
    }
}
