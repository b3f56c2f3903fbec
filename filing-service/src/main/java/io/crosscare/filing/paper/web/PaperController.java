package io.crosscare.filing.paper.web;

import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.model.FilingId;
import io.crosscare.filing.paper.KeepPapers;
import io.crosscare.filing.paper.PaperOutcome;
import io.crosscare.filing.paper.model.FilingForm;
import io.crosscare.filing.paper.model.Scan;
import io.crosscare.filing.paper.web.FormsResponse.FormResponse;
import io.crosscare.filing.paper.web.PaperRequests.CheckedScan;
import io.crosscare.filing.paper.web.PaperRequests.FormRequest;
import io.crosscare.filing.paper.web.PaperRequests.ScanRequest;
import io.crosscare.filing.paper.web.ScansResponse.ScanContentResponse;
import io.crosscare.filing.paper.web.ScansResponse.ScanResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
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

/** The forms and scans of a filing. */
@RestController
@RequestMapping("/api/v1/filings/{id}")
public final class PaperController {

    private static final Text NO_SCAN = Text.of("仅支持 JPEG、PNG、PDF 文件", "must be a JPEG, PNG or PDF");
    private static final Text UNKNOWN = Text.of("参保地备案规则中没有此材料", "is no material of the region's filing rules");

    private final KeepPapers papers;
    private final Clock clock;

    public PaperController(KeepPapers papers, Clock clock) {
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * 上传扫描件 · Adds a scan of a paper to a filing: at most ten, of at most 700 kB each, told by their content to be JPEG, PNG or
     * PDF. It is stored encrypted.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @return 201 the scan, without its content; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/scans")
    Mono<ResponseEntity<ScanResponse>> addScan(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody ScanRequest body) {
        requireKeeper(caller);
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        CheckedScan scan = body.check();
        return papers.keepScan(filingId(id), scan.material(), scan.base64(), caller, idempotencyKey)
                .map(PaperController::answerOfScan);
    }

    /**
     * 扫描件列表 · Lists the scans of a filing, and who looked at them last.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @return the scans, without their content
     */
    @GetMapping("/scans")
    Mono<ScansResponse> scans(Caller caller, @PathVariable String id) {
        return papers.scansOf(filingId(id), caller)
                .map(ScansResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 查看扫描件 · Gives the content of a scan. Every look is noted before it is given.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @param number 序号 · of the scan
     * @return the scan with its content
     */
    @GetMapping("/scans/{number}")
    Mono<ScanContentResponse> scan(Caller caller, @PathVariable String id, @PathVariable String number) {
        return papers.look(filingId(id), PathId.require(number, PaperController::numberOf), caller)
                .map(ScanContentResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    /**
     * 提交登记表 · Adds a form to a filing as it was filled in, with its signature and stamp marks. A later one of its kind takes its
     * place and leaves it readable.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @return 201 the form; 200 the same again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code conflict}
     */
    @PostMapping("/forms")
    Mono<ResponseEntity<FormResponse>> addForm(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody FormRequest body) {
        requireKeeper(caller);
        IdempotencyKey idempotencyKey = IdempotencyKey.require(key);
        FilingForm form = body.check(ChinaTime.today(clock));
        return papers.keepForm(filingId(id), form, body.said(), caller, idempotencyKey)
                .map(PaperController::answerOfForm);
    }

    /**
     * 登记表列表 · Lists the forms of a filing. Every look of others than the person is noted before they are given.
     *
     * @param caller {@code AGENCY}: of the insured region; {@code INSURED}: one's own; {@code HOSPITAL}: what it has lodged
     * @param id of the filing
     * @return the forms
     */
    @GetMapping("/forms")
    Mono<FormsResponse> forms(Caller caller, @PathVariable String id) {
        return papers.formsOf(filingId(id), caller)
                .map(FormsResponse::of)
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static void requireKeeper(Caller caller) {
        switch (caller) {
            case Caller.Agency _, Caller.Insured _, Caller.Hospital _ -> {}
            case Caller.Platform _, Caller.Operator _, Caller.Service _ -> throw ProblemException.forbidden();
        }
    }

    private static FilingId filingId(String id) {
        return PathId.require(id, FilingId::new);
    }

    private static Integer numberOf(String given) {
        int number = Integer.parseInt(given);
        if (number < 1 || number > Scan.PER_FILING_MAX) {
            throw new IllegalArgumentException("number out of range");
        }
        return number;
    }

    private static ResponseEntity<ScanResponse> answerOfScan(PaperOutcome outcome) {
        return switch (outcome) {
            case PaperOutcome.ScanKept kept ->
                ResponseEntity.status(HttpStatus.CREATED).body(ScanResponse.of(kept.scan()));
            case PaperOutcome.ScanReplayed replayed ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(ScanResponse.of(replayed.scan()));
            case PaperOutcome.FormKept _,
                    PaperOutcome.FormReplayed _,
                    PaperOutcome.KeyReused _,
                    PaperOutcome.NotVisible _,
                    PaperOutcome.NoScan _,
                    PaperOutcome.MaterialUnknown _,
                    PaperOutcome.TooMany _ -> throw problem(outcome);
        };
    }

    private static ResponseEntity<FormResponse> answerOfForm(PaperOutcome outcome) {
        return switch (outcome) {
            case PaperOutcome.FormKept kept ->
                ResponseEntity.status(HttpStatus.CREATED).body(FormResponse.of(kept.form()));
            case PaperOutcome.FormReplayed replayed ->
                ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(FormResponse.of(replayed.form()));
            case PaperOutcome.ScanKept _,
                    PaperOutcome.ScanReplayed _,
                    PaperOutcome.KeyReused _,
                    PaperOutcome.NotVisible _,
                    PaperOutcome.NoScan _,
                    PaperOutcome.MaterialUnknown _,
                    PaperOutcome.TooMany _ -> throw problem(outcome);
        };
    }

    private static ProblemException problem(PaperOutcome outcome) {
        return switch (outcome) {
            case PaperOutcome.KeyReused _ -> ProblemException.of(ProblemType.IDEMPOTENCY_CONFLICT);
            case PaperOutcome.NotVisible _ -> ProblemException.notFound();
            case PaperOutcome.NoScan _ -> ProblemException.invalid("content", "scan", NO_SCAN);
            case PaperOutcome.MaterialUnknown _ -> ProblemException.invalid("material", "material", UNKNOWN);
            case PaperOutcome.TooMany tooMany ->
                ProblemException.conflict(Text.of(
                        "该备案最多 " + tooMany.max() + " 份", "The filing has at most " + tooMany.max() + " of them"));
            case PaperOutcome.ScanKept _,
                    PaperOutcome.FormKept _,
                    PaperOutcome.ScanReplayed _,
                    PaperOutcome.FormReplayed _ -> throw new IllegalStateException("no problem");
        };
    }
}
