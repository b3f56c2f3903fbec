package io.crosscare.correction.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.crypto.BlindIndex;
import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.observability.Traces;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.DeskWorld;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Reason;
import io.crosscare.correction.report.ReportByHand.Outcome;
import io.crosscare.correction.report.ReportByHand.Told;
import io.crosscare.correction.report.model.Report;
import io.micrometer.tracing.Tracer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

/** What a hospital reports by hand, attaches, and looks at. */
class ReportByHandTest {

    private static final String PNG =
            Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1});
    private static final Author HOSPITAL = new Author(Author.Role.HOSPITAL, Facts.ZHONGSHAN.value(), "his");
    private static final CaseSight OWN = new CaseSight.OfInstitution(Facts.ZHONGSHAN);
    private static final CaseSight OTHERS = new CaseSight.OfInstitution(new InstitutionCode("H31000000002"));
    private static final BlindIndex BLIND = new BlindIndex(new byte[32]);

    private final DeskWorld desk = new DeskWorld();
    private final FakeCasePapers papers = new FakeCasePapers();
    private final ReportByHand reporting =
            new ReportByHand(desk.cases, desk.recordRefusal(), papers, BLIND, RandomIds.secure(), desk.clock);
    private final AttachToCase attaching = new AttachToCase(desk.cases, papers, BLIND, desk.clock);
    private final DisclosePapers disclosing =
            new DisclosePapers(desk.cases, papers, new Traces(Tracer.NOOP), desk.clock);

    @Test
    void opensACaseOfAPersonAndAVisitNobodyKnows() {
        Report report = opened(report("k1", null, null, new Reason("PERSON_UNKNOWN")));

        CorrectionCase one = find(report.caseId());
        assertThat(one.file().subject().reason().code()).isEqualTo("PERSON_UNKNOWN");
        assertThat(one.file().lastRefusal().statement().message()).isEqualTo("医院登记：读卡失败 ***");
        assertThat(one.file().firstRefusal().institution()).isEqualTo(Facts.ZHONGSHAN);
        assertThat(report.errorText()).isEqualTo("读卡失败 ***\n错误码 E12");
        assertThat(report.isPersonGiven()).isFalse();
        assertThat(report.isVisitGiven()).isFalse();
        assertThat(report.toString()).doesNotContain("999999", "读卡");
    }

    @Test
    void joinsTheCaseOfTheSameVisitAndCause() {
        desk.recordRefusal().record(Facts.refusal(1, 2)).block();
        CaseId there = Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING).caseId();

        Report report = opened(report("k1", Facts.PERSON, "v" + "a".repeat(26), Facts.NO_FILING));

        assertThat(report.caseId()).isEqualTo(there);
        assertThat(find(there).file().refusals().count()).isEqualTo(2);
        assertThat(find(there).file().lastRefusal().statement().message()).startsWith("医院登记：");
    }

    @Test
    void takesTheSameRequestOnce() {
        Report first = opened(report("k1", null, null, new Reason("PERSON_UNKNOWN")));
        desk.clock.advance(Duration.ofMinutes(5));

        Outcome again = report("k1", null, null, new Reason("PERSON_UNKNOWN"));

        assertThat(again).isEqualTo(new Outcome.Replayed(first));
        assertThat(find(first.caseId()).file().refusals().count()).isEqualTo(1);
        assertThat(report("k1", null, null, new Reason("CARD_NOT_ACTIVE"))).isEqualTo(new Outcome.KeyReused());
    }

    @Test
    void joinsNoCaseOfAnotherHospital() {
        desk.recordRefusal()
                .record(Facts.refusal(
                        Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING),
                        1,
                        Facts.minute(2),
                        new InstitutionCode("H31000000002"),
                        Facts.ZHENJIANG,
                        Facts.SHANGHAI))
                .block();

        assertThat(report("k1", Facts.PERSON, "v" + "a".repeat(26), Facts.NO_FILING))
                .isEqualTo(new Outcome.NotVisible());
        CaseId there = Facts.subject(Facts.PERSON, 'a', Facts.NO_FILING).caseId();
        assertThat(find(there).file().refusals().count()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        // PDF, JPEG, GIF, text, nothing but a name
        "JVBERi0xLjc=, Kept",
        "/9j/4AAQSkY=, Kept",
        "R0lGODlhAQABAA==, OtherKind",
        "aGVsbG8gd29ybGQ=, OtherKind",
        "TVqQAAMAAAA=, OtherKind",
    })
    void tellsByItsContentWhatAFileIs(String base64, String outcome) {
        CaseId id =
                opened(report("k1", null, null, new Reason("PERSON_UNKNOWN"))).caseId();

        assertThat(attach(OWN, id, "a1", base64).getClass().getSimpleName()).isEqualTo(outcome);
    }

    @Test
    void keepsTenFilesOncePerKeyEach() {
        CaseId id =
                opened(report("k1", null, null, new Reason("PERSON_UNKNOWN"))).caseId();
        for (int i = 1; i <= 10; i++) {
            assertThat(attach(OWN, id, "a" + i, PNG)).isInstanceOf(AttachToCase.Outcome.Kept.class);
        }

        assertThat(attach(OWN, id, "a11", PNG)).isEqualTo(new AttachToCase.Outcome.Full());
        assertThat(attach(OWN, id, "a3", PNG)).isInstanceOf(AttachToCase.Outcome.Replayed.class);
        assertThat(attach(OWN, id, "a3", "JVBERi0xLjc=")).isEqualTo(new AttachToCase.Outcome.KeyReused());
        assertThat(attach(OTHERS, id, "a12", PNG)).isEqualTo(new AttachToCase.Outcome.NotVisible());
    }

    @Test
    void showsNumbersAndFilesOnlyAfterItIsWrittenDown() {
        CaseId id =
                opened(report("k1", null, null, new Reason("PERSON_UNKNOWN"))).caseId();
        attach(OWN, id, "a1", PNG);

        List<Report> numbers = disclosing.numbers(OWN, HOSPITAL, id, "核对卡号").block();
        DisclosePapers.Shown shown = disclosing
                .attachment(OWN, HOSPITAL, id, 1, "核对截图")
                .blockOptional()
                .orElseThrow();

        assertThat(numbers).extracting(Report::identityNumber).containsExactly("999999190002300019");
        assertThat(shown.base64()).isEqualTo(PNG);
        assertThat(disclosing.papersOf(OWN, id).blockOptional().orElseThrow().trail())
                .extracting(disclosure -> disclosure.reason())
                .containsExactlyInAnyOrder("核对卡号", "核对截图");
        assertThat(disclosing.attachment(OWN, HOSPITAL, id, 2, "没有").block()).isNull();
        assertThat(disclosing.numbers(OTHERS, HOSPITAL, id, "偷看").block()).isNull();
        assertThat(disclosing.papersOf(OTHERS, id).block()).isNull();
        assertThat(disclosing.papersOf(OWN, id).blockOptional().orElseThrow().trail())
                .hasSize(2);
    }

    @Test
    void showsNothingThatCannotBeWrittenDown() {
        CaseId id =
                opened(report("k1", null, null, new Reason("PERSON_UNKNOWN"))).caseId();
        papers.breakTrail();

        disclosing.numbers(OWN, HOSPITAL, id, "核对").as(StepVerifier::create).verifyError(IllegalStateException.class);
    }

    private Outcome report(String key, @Nullable PersonId person, @Nullable String visit, Reason reason) {
        Told told = new Told(
                Facts.ZHONGSHAN,
                "his",
                person,
                visit,
                visit == null ? null : "1",
                reason,
                Facts.ZHENJIANG,
                Facts.SHANGHAI,
                "OUTPATIENT",
                Facts.DAY,
                "读卡失败 13800000000\n错误码 E12",
                true,
                true,
                "A87654321",
                "999999190002300019");
        return reporting.report(told, new IdempotencyKey(key)).blockOptional().orElseThrow();
    }

    private static Report opened(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Opened.class);
        return ((Outcome.Opened) outcome).report();
    }

    private AttachToCase.Outcome attach(CaseSight sight, CaseId id, String key, String base64) {
        return attaching
                .attach(sight, HOSPITAL, id, new IdempotencyKey(key), base64)
                .blockOptional()
                .orElseThrow();
    }

    private CorrectionCase find(CaseId id) {
        return desk.cases.find(id).blockOptional().orElseThrow();
    }
}
