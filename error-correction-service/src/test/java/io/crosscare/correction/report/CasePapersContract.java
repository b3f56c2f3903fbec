package io.crosscare.correction.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.RandomIds;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.Comment.Receipt;
import io.crosscare.correction.report.CasePapers.Attached;
import io.crosscare.correction.report.CasePapers.Reported;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.model.AttachmentKind;
import io.crosscare.correction.report.model.Disclosure;
import io.crosscare.correction.report.model.Report;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** What every implementation of {@link CasePapers} promises. */
public abstract class CasePapersContract {

    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    private static final Author HOSPITAL = new Author(Author.Role.HOSPITAL, "H31000000001", "his");

    private final RandomIds ids = RandomIds.secure();
    private final CaseId caseId = new CaseId(ids.next('c'));

    protected abstract CasePapers papers();

    @Test
    void givesBackReportsInTheOrderInWhichTheyCame() {
        Reported later = report(NOW.plusSeconds(1), "A12345678", "999999190002300019");
        Reported earlier = report(NOW, null, null);
        add(later, true);
        add(earlier, true);

        papers().reportsOf(caseId)
                .as(StepVerifier::create)
                .expectNext(earlier.report(), later.report())
                .verifyComplete();
        papers().findReport(later.receipt().key())
                .as(StepVerifier::create)
                .expectNext(later)
                .verifyComplete();
    }

    @Test
    void takesAReportOncePerKey() {
        Reported first = report(NOW, null, null);
        Reported twin = new Reported(report(NOW, "A1", null).report(), first.receipt());
        add(first, true);
        add(twin, false);

        papers().reportsOf(caseId)
                .as(StepVerifier::create)
                .expectNext(first.report())
                .verifyComplete();
    }

    @Test
    void keepsAttachmentsByPlaceAndByKey() {
        Attached first = attached(1, "k1" + caseId);
        Attached second = attached(2, "k2" + caseId);
        attach(first, "Zmlyc3Q=", true);
        attach(second, "c2Vjb25k", true);
        attach(attached(2, "k3" + caseId), "dGhpcmQ=", false);
        attach(attached(3, "k1" + caseId), "dGhpcmQ=", false);

        papers().attachmentsOf(caseId)
                .as(StepVerifier::create)
                .expectNext(first.attachment(), second.attachment())
                .verifyComplete();
        papers().findAttachment("k2" + caseId)
                .as(StepVerifier::create)
                .expectNext(second)
                .verifyComplete();
        papers().contentOf(caseId, 2)
                .as(StepVerifier::create)
                .expectNext("c2Vjb25k")
                .verifyComplete();
        papers().contentOf(caseId, 3).as(StepVerifier::create).verifyComplete();
    }

    @Test
    void keepsTheTrailTheLatestFirst() {
        Disclosure numbers = new Disclosure(caseId, NOW, HOSPITAL, null, "核对", "trace");
        Disclosure attachment = new Disclosure(caseId, NOW.plusSeconds(1), HOSPITAL, 2, "核对截图", null);
        papers().note(numbers)
                .then(papers().note(attachment))
                .as(StepVerifier::create)
                .verifyComplete();

        assertThat(papers().disclosuresOf(caseId, 10).collectList().block()).containsExactly(attachment, numbers);
        assertThat(papers().disclosuresOf(caseId, 1).collectList().block()).containsExactly(attachment);
    }

    private void add(Reported reported, boolean isAdded) {
        papers().addReport(reported)
                .as(StepVerifier::create)
                .expectNext(isAdded)
                .verifyComplete();
    }

    private void attach(Attached attached, String base64, boolean isAdded) {
        papers().addAttachment(attached, base64)
                .as(StepVerifier::create)
                .expectNext(isAdded)
                .verifyComplete();
    }

    private Reported report(Instant at, @Nullable String card, @Nullable String identity) {
        Report report =
                new Report(ids.next('n'), caseId, at, HOSPITAL, "第一行\n第二行", true, false, true, false, card, identity);
        return new Reported(report, new Receipt(ids.next('k'), "content"));
    }

    private Attached attached(int number, String key) {
        return new Attached(
                new Attachment(caseId, number, AttachmentKind.PNG, 5, NOW, HOSPITAL), new Receipt(key, "content"));
    }
}
