package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.benefit.Explanation;
import io.crosscare.settlement.benefit.ExplanationNode;
import io.crosscare.settlement.benefit.LineExplanation;
import io.crosscare.settlement.benefit.LineParts;
import io.crosscare.settlement.benefit.SheetForm;
import io.crosscare.settlement.benefit.SheetHead;
import io.crosscare.settlement.benefit.SheetPage;
import io.crosscare.settlement.benefit.SheetText;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.ExplainSettlement;
import io.crosscare.settlement.direct.ExplainedBill;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.InstitutionFacts;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * How the amounts of a settlement came about, made on demand from what was stored: as JSON for machines, as a sheet for people.
 */
@RestController
@RequestMapping("/api/v1/settlements/{id}/explanation")
class ExplanationController {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String NO_SCRIPT = "default-src 'none'; style-src 'unsafe-inline'";
    private static final Text LINE = Text.of("应为明细序号", "must be the number of a fee line");
    private static final Text FLAG = Text.of("应为 true 或 false", "must be true or false");
    private static final DateTimeFormatter FOR_PEOPLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ChinaTime.ZONE);

    private final VisibleVisits visible;
    private final ExplainSettlement explainSettlement;
    private final KnownFacts knownFacts;
    private final Chain chain;

    ExplanationController(
            VisibleVisits visible, ExplainSettlement explainSettlement, KnownFacts knownFacts, Chain chain) {
        this.visible = visible;
        this.chain = chain;
        this.explainSettlement = explainSettlement;
        this.knownFacts = knownFacts;
    }

    /**
     * How the amounts of a settlement came about.
     *
     * @param lines 逐条说明 · every fee line explained; absent where only the steps were asked for
     */
    record ExplanationResponse(
            String settlementId,
            List<ExplanationNode> steps,
            @Nullable List<LineExplanation> lines) {}

    /**
     * A page of the fee lines of a settlement.
     *
     * @param items 逐条说明 · in the order of the bill
     * @param parts 该条构成 · of the one line that was asked for: each part with its formula and what it rests on; they sum to the line
     */
    record LinesResponse(
            List<LineExplanation> items,
            @Nullable List<ExplanationNode> parts,
            @Nullable String nextCursor) {

        private static LinesResponse page(List<LineExplanation> all, int from, int size) {
            int first = Math.min(from, all.size());
            int end = Math.min(first + size, all.size());
            return new LinesResponse(
                    List.copyOf(all.subList(first, end)), null, end < all.size() ? Integer.toString(end) : null);
        }

        private static LinesResponse one(ExplainedBill explained, int lineNumber) {
            Explanation explanation = explained.explanation();
            List<ExplanationNode> parts =
                    LineParts.of(explained.split(), explanation, lineNumber).orElseThrow(ProblemException::notFound);
            return new LinesResponse(
                    explanation.lines().stream()
                            .filter(line -> line.lineNumber() == lineNumber)
                            .toList(),
                    parts,
                    null);
        }
    }

    /**
     * 结算说明 · Explains every amount of a settlement. As JSON for machines, as plain text or a page to be printed for people; recomputed
     * from what was stored.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @param lines optional, {@code false} leaves out the fee lines of a long bill, also those that amounts are the sum of; the sheets have no
     *     more than the first twenty in any case
     * @return the explanation
     * @throws ProblemException {@code not-acceptable}
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<ExplanationResponse> explanation(
            Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String lines) {
        boolean withLines = withLines(lines);
        return explained(caller, id)
                .map(ExplainedBill::explanation)
                .map(explanation -> withLines
                        ? new ExplanationResponse(id, explanation.steps(), explanation.lines())
                        : new ExplanationResponse(
                                id,
                                explanation.steps().stream()
                                        .map(ExplanationNode::withoutLines)
                                        .toList(),
                                null));
    }

    /**
     * 逐条说明 · Explains the fee lines of a settlement, page by page: how the catalogue classes each, and the parts it falls into. Of one line
     * that is asked for by its number also how each part came about and what it rests on.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @param lineNumber optional, the one line that is wanted, by its number on the bill
     * @param cursor optional
     * @param limit optional
     * @return a page of lines
     */
    @GetMapping("/lines")
    Mono<LinesResponse> lines(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String lineNumber,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var from = checks.cursor(cursor, ExplanationController::parsePlace);
        var size = checks.pageSize("limit", limit);
        var one = checks.optional("lineNumber", lineNumber, "line-number", LINE, ExplanationController::parseNumber);
        checks.throwIfInvalid();
        @Nullable Integer wanted = one.orNull();
        return explained(caller, id)
                .map(explained -> wanted == null
                        ? LinesResponse.page(
                                explained.explanation().lines(),
                                from.orElse(0),
                                size.orElse(FieldChecks.PAGE_SIZE_DEFAULT))
                        : LinesResponse.one(explained, wanted));
    }

    private Mono<ExplainedBill> explained(Caller caller, String id) {
        return visible.settlement(caller, id).flatMap(explainSettlement::explain);
    }

    private static boolean withLines(@Nullable String lines) {
        FieldChecks checks = new FieldChecks();
        var withLines = checks.optional("lines", lines, "flag", FLAG, ExplanationController::parseFlag);
        checks.throwIfInvalid();
        return withLines.orElse(true);
    }

    private static Boolean parseFlag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static Integer parseNumber(String number) {
        if (!number.matches("[1-9][0-9]{0,9}")) {
            throw new IllegalArgumentException("no line number");
        }
        return Integer.valueOf(number);
    }

    private static Integer parsePlace(String cursor) {
        if (!cursor.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException("no place in a bill");
        }
        return Integer.valueOf(cursor);
    }

    /**
     * 结算单 · The sheet for people, one page of plain text.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @param lines optional, {@code false} leaves out the fee lines of a long bill
     * @return the explanation
     */
    @GetMapping(produces = TEXT)
    Mono<String> text(Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String lines) {
        return sheet(caller, id, withLines(lines), SheetText::of);
    }

    /**
     * 结算单 · The sheet for people, one page to be printed.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the settlement's entry
     * @param lines optional, {@code false} leaves out the fee lines of a long bill
     * @return the explanation
     */
    @GetMapping(produces = HTML)
    Mono<ResponseEntity<String>> page(
            Caller caller, @PathVariable String id, @RequestParam(required = false) @Nullable String lines) {
        return sheet(caller, id, withLines(lines), SheetPage::of)
                .map(page -> ResponseEntity.ok()
                        .header("Content-Security-Policy", NO_SCRIPT)
                        .header("Cache-Control", "no-store")
                        .body(page));
    }

    private Mono<String> sheet(Caller caller, String id, boolean withLines, SheetForm form) {
        return visible.settlement(caller, id)
                .flatMap(settlement -> Mono.zip(
                        explainSettlement.explain(settlement),
                        head(settlement, withLines),
                        (explained, head) -> sheet(head, explained, form)));
    }

    private Mono<SheetHead> head(Settlement settlement, boolean withLines) {
        return Mono.zip(
                nameOf(settlement),
                chain.lastOf(settlement),
                (institution, last) -> new SheetHead(
                        settlement.id().value(),
                        institution,
                        FOR_PEOPLE.format(settlement.link().recordedAt()),
                        SheetRemarks.of(settlement, last),
                        withLines));
    }

    private static String sheet(SheetHead head, ExplainedBill explained, SheetForm form) {
        return form.show(
                head,
                explained.bill().circumstances(),
                explained.split(),
                explained.policy().pack(),
                explained.catalogue().catalogue());
    }

    private Mono<String> nameOf(Settlement settlement) {
        InstitutionCode institution = settlement.care().institution();
        return knownFacts.institution(institution).map(InstitutionFacts::name).defaultIfEmpty(institution.value());
    }
}
