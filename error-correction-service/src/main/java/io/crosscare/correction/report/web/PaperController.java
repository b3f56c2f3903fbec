package io.crosscare.correction.report.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.desk.Authors;
import io.crosscare.correction.desk.CaseSight;
import io.crosscare.correction.desk.model.CaseId;
import io.crosscare.correction.desk.model.Comment.Author;
import io.crosscare.correction.report.AttachToCase;
import io.crosscare.correction.report.AttachToCase.Outcome;
import io.crosscare.correction.report.DisclosePapers;
import io.crosscare.correction.report.model.Attachment;
import io.crosscare.correction.report.web.PaperResponses.AttachmentResponse;
import io.crosscare.correction.report.web.PaperResponses.DisclosedResponse;
import io.crosscare.correction.report.web.PaperResponses.PapersResponse;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What people bring to a case, and who looks at what is masked. */
@RestController
@RequestMapping("/api/v1/correction-cases/{id}")
class PaperController {

    private static final int REASON_LENGTH_MAX = 200;
    private static final Text BASE64 = Text.of("应为 Base64 编码", "must be Base64");
    private static final Text TOO_LONG = Text.of("文件不得超过 700 kB", "must be at most 700 kB");
    private static final Text KIND = Text.of("仅支持 JPEG、PNG、PDF 文件", "must be a JPEG, PNG or PDF");
    private static final Text FULL = Text.of(
            "该纠错单最多 " + Attachment.PER_CASE_MAX + " 份附件",
            "the case has as many attachments as it can: " + Attachment.PER_CASE_MAX);

    private final AttachToCase attachToCase;
    private final DisclosePapers disclosePapers;

    PaperController(AttachToCase attachToCase, DisclosePapers disclosePapers) {
        this.attachToCase = attachToCase;
        this.disclosePapers = disclosePapers;
    }

    /**
     * A file.
     *
     * @param content 文件内容 · a JPEG, PNG or PDF of at most 700 kB, as Base64
     */
    record AttachmentRequest(@Nullable String content) {

        String toBase64() {
            FieldChecks checks = new FieldChecks();
            var bytes = checks.required(
                    "content",
                    content,
                    "base64",
                    BASE64,
                    given -> Base64.getDecoder().decode(given));
            byte[] decoded = bytes.orElse(new byte[0]);
            if (decoded.length > Attachment.SIZE_BYTES_MAX) {
                checks.reject("content", "size", TOO_LONG);
            }
            checks.throwIfInvalid();
            return Base64.getEncoder().encodeToString(decoded);
        }

        @Override
        public String toString() {
            return "AttachmentRequest[…]";
        }
    }

    /**
     * What is to be seen unmasked, and what for.
     *
     * @param reason 查阅事由 · why, at most 200 characters; it is kept in the trail
     * @param attachment optional, 附件序号 · of an attachment; the numbers of the reports where left out
     */
    record DisclosureRequest(
            @Nullable String reason, @Nullable Long attachment) {

        String toReason() {
            FieldChecks checks = new FieldChecks();
            var given = checks.text("reason", reason, REASON_LENGTH_MAX);
            if (attachment != null) {
                checks.number("attachment", attachment, 1, Attachment.PER_CASE_MAX);
            }
            checks.throwIfInvalid();
            return Masking.pastedText(given.value());
        }
    }

    /**
     * 登记与附件 · What people brought to a case, with everything of a person masked, and who looked at it unmasked.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param id of the case
     * @return reports, attachments without their content, and the trail
     */
    @GetMapping("/papers")
    Mono<PapersResponse> papers(Caller caller, @PathVariable String id) {
        Authors.require(caller);
        return disclosePapers
                .papersOf(sightOf(caller), caseId(id))
                .map(PapersResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 上传附件 · Attaches a file to a case: at most ten, of at most 700 kB each, told by their content to be JPEG, PNG or PDF. It is
     * stored encrypted.
     *
     * @param caller {@code HOSPITAL}: to its own; {@code AGENCY}: to those of its region as insured or as care region
     * @param id of the case
     * @return 201 the attachment, without its content; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/attachments")
    Mono<ResponseEntity<AttachmentResponse>> attach(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody AttachmentRequest body) {
        Author by = Authors.require(caller);
        CaseId caseId = caseId(id);
        IdempotencyKey callerKey = IdempotencyKey.require(key);
        return attachToCase
                .attach(sightOf(caller), by, caseId, callerKey, body.toBase64())
                .map(PaperController::answer);
    }

    /**
     * 查阅明文 · Shows the numbers that were reported, or an attachment. Who looked, when and what for is written down before the
     * answer leaves. Each call is a look of its own.
     *
     * @param caller {@code HOSPITAL}: of its own; {@code AGENCY}: of those of its region as insured or as care region
     * @param id of the case
     * @return what was asked for, unmasked
     */
    @PostMapping("/disclosures")
    Mono<ResponseEntity<DisclosedResponse>> disclose(
            Caller caller, @PathVariable String id, @RequestBody DisclosureRequest body) {
        Author by = Authors.require(caller);
        CaseSight sight = sightOf(caller);
        CaseId caseId = caseId(id);
        String reason = body.toReason();
        Long attachment = body.attachment();
        Mono<DisclosedResponse> disclosed = attachment == null
                ? disclosePapers.numbers(sight, by, caseId, reason).map(DisclosedResponse::of)
                : disclosePapers
                        .attachment(sight, by, caseId, attachment.intValue(), reason)
                        .map(DisclosedResponse::of);
        return disclosed
                .map(shown ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static CaseSight sightOf(Caller caller) {
        return CaseSight.of(caller).orElseThrow(ProblemException::forbidden);
    }

    private static CaseId caseId(String id) {
        return PathId.require(id, CaseId::new);
    }

    private static ResponseEntity<AttachmentResponse> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(Attachment attachment) ->
                ResponseEntity.status(HttpStatus.CREATED).body(AttachmentResponse.of(attachment));
            case Outcome.Replayed(Attachment attachment) ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(AttachmentResponse.of(attachment));
            case Outcome.KeyReused() -> throw ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case Outcome.NotVisible() -> throw ProblemException.notFound();
            case Outcome.OtherKind() -> throw ProblemException.invalid("content", "kind", KIND);
            case Outcome.Full() -> throw ProblemException.conflict(FULL);
        };
    }
}
