package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.SettlementList;
import io.crosscare.settlement.chain.SettlementList.Place;
import io.crosscare.settlement.chain.SettlementList.Wanted;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.SettlementStatement;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.web.PersonSettlementsController.SettlementsResponse;
import io.crosscare.settlement.direct.web.SettlementController.SettlementResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Settlements of an institution or an insured region over a period, as far as the caller may see them. */
@RestController
@RequestMapping("/api/v1/settlements")
class SettlementListController {

    private static final String CSV = "text/csv";
    private static final String HEAD =
            "\uFEFF结算标识 Settlement,状态 State,参保人标识 Person,参保地 Insured region,就医地 Care region,机构代码 Institution,"
                    + "就诊标识 Visit,服务类别 Service,起始日 From,截止日 To,发票号 Invoice,医疗费总额（元） Total cost,"
                    + "基金支付（元） Fund pay,个人负担（元） Personal pay,个人账户（元） Personal account,现金（元） Cash,"
                    + "记录类别 Kind,原结算 Original\r\n";

    /** Rows of a file. */
    private static final int ROWS_MAX = 20_000;

    private static final String SEPARATOR = "~";
    private static final Text PERIOD = Text.of(
            "应在起始日起 " + Wanted.DAYS_MAX + " 天之内", "must lie within " + Wanted.DAYS_MAX + " days from the first");

    private final SettlementList settlements;
    private final Chain chain;

    SettlementListController(SettlementList settlements, Chain chain) {
        this.settlements = settlements;
        this.chain = chain;
    }

    /**
     * 结算列表 · Settlements whose care ended in a period, the latest first, undone or not. With {@code Accept: text/csv} all that match,
     * as a file for a spreadsheet: at most 20,000, without cursor and limit.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param institution optional, 机构代码 · where the care was; of a hospital its own
     * @param insuredRegion optional, 参保地 · where the persons are insured; of an agency its own region where no institution is given
     * @param from 起始日 · first day on which the care may have ended, a day in China
     * @param to 截止日 · last day on which the care may have ended, a day in China, within 366 days
     * @param state optional, {@link SettlementState}
     * @param cursor optional
     * @param limit optional
     * @return a page of settlements
     * @throws ProblemException {@code not-found}
     */
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<SettlementsResponse> settlements(
            Caller caller,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        return Mono.fromSupplier(() -> Question.of(caller, institution, insuredRegion, from, to, state, cursor, limit))
                .flatMap(question -> found(caller, question)
                        .take(question.limit())
                        .collectList()
                        .map(items -> new SettlementsResponse(items, next(items, question.limit()))));
    }

    /**
     * 结算列表文件 · Settlements whose care ended in a period as a file, the latest first, undone or not. A part refund is a row of its own that
     * holds what the whole has come to and names its original, which is ADJUSTED then: only rows that are LIVE add up.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region
     * @param institution optional, 机构代码 · where the care was; of a hospital its own
     * @param insuredRegion optional, 参保地 · where the persons are insured; of an agency its own region where no institution is given
     * @param from 起始日 · first day on which the care may have ended, a day in China
     * @param to 截止日 · last day on which the care may have ended, a day in China, within 366 days
     * @param state optional, {@link SettlementState}
     * @return the settlements that match, at most 20,000, UTF-8 with a byte order mark
     * @throws ProblemException {@code not-found}
     */
    @GetMapping(produces = CSV)
    Mono<ResponseEntity<String>> table(
            Caller caller,
            @RequestParam(required = false) @Nullable String institution,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String state) {
        return Mono.fromSupplier(() -> Question.of(caller, institution, insuredRegion, from, to, state, null, null))
                .flatMap(question -> found(caller, question)
                        .take(ROWS_MAX)
                        .map(SettlementListController::row)
                        .startWith(HEAD)
                        .collect(Collectors.joining()))
                .map(rows -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"settlements.csv\"")
                        .body(rows));
    }

    private Flux<SettlementResponse> found(Caller caller, Question question) {
        return settlements
                .list(question.wanted())
                .filter(settlement -> VisibleVisits.maySee(caller, settlement))
                .concatMap(this::withState, 1)
                .filter(found -> question.state() == null || found.state() == question.state());
    }

    private Mono<SettlementResponse> withState(Settlement settlement) {
        return chain.lastOf(settlement).map(last -> SettlementResponse.of(settlement, last));
    }

    private static @Nullable String next(List<SettlementResponse> items, int page) {
        if (items.size() < page) {
            return null;
        }
        SettlementStatement last = items.getLast().settlement();
        return last.serviceTo() + SEPARATOR + last.id();
    }

    private static Place decoded(String cursor) {
        int separator = cursor.indexOf(SEPARATOR);
        if (separator < 0) {
            throw new IllegalArgumentException("no cursor");
        }
        return new Place(
                LocalDate.parse(cursor.substring(0, separator)), EntryId.parse(cursor.substring(separator + 1)));
    }

    private static String row(SettlementResponse found) {
        SettlementStatement one = found.settlement();
        return new StringJoiner(",", "", "\r\n")
                .add(one.id())
                .add(found.state().name())
                .add(one.personId())
                .add(one.insuredRegion())
                .add(one.careRegion())
                .add(one.institutionCode())
                .add(one.visitId())
                .add(one.serviceType())
                .add(one.serviceFrom().toString())
                .add(one.serviceTo().toString())
                .add(VisitListController.quoted(Objects.requireNonNullElse(one.invoiceNumber(), "")))
                .add(yuan(one.amounts().totalCostFen()))
                .add(yuan(one.amounts().fundPayFen()))
                .add(yuan(one.amounts().personalPayFen()))
                .add(yuan(one.amounts().personalAccountPayFen()))
                .add(yuan(one.amounts().cashPayFen()))
                .add(one.kind().name())
                .add(one.adjustment() == null ? "" : one.adjustment().originalId())
                .toString();
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).toYuan();
    }

    /** What was asked, by somebody who may ask it. */
    private record Question(Wanted wanted, @Nullable SettlementState state, int limit) {

        static Question of(
                Caller caller,
                @Nullable String institution,
                @Nullable String insuredRegion,
                @Nullable String from,
                @Nullable String to,
                @Nullable String state,
                @Nullable String cursor,
                @Nullable String limit) {
            if (!(caller instanceof Caller.Hospital) && !(caller instanceof Caller.Agency)) {
                throw ProblemException.forbidden();
            }
            FieldChecks checks = new FieldChecks();
            Checked<InstitutionCode> whose = checks.optionalInstitution("institution", institution);
            Checked<RegionCode> region = checks.optionalRegion("insuredRegion", insuredRegion);
            Checked<LocalDate> first = checks.date("from", from);
            Checked<LocalDate> last = checks.date("to", to);
            Checked<SettlementState> inState = checks.optionalOneOf("state", state, SettlementState.class);
            Checked<Place> after = checks.cursor(cursor, SettlementListController::decoded);
            Checked<Integer> size = checks.pageSize("limit", limit);
            checks.period(first, last);
            LocalDate begin = first.orNull();
            LocalDate end = last.orNull();
            if (begin != null && end != null && !begin.plusDays(Wanted.DAYS_MAX).isAfter(end)) {
                checks.reject("to", "period", PERIOD);
            }
            checks.throwIfInvalid();
            InstitutionCode where = institutionOf(caller, whose.orNull());
            RegionCode insured = where == null && caller instanceof Caller.Agency agency
                    ? region.orElse(agency.region())
                    : region.orNull();
            return new Question(
                    new Wanted(where, insured, first.value(), last.value(), after.orNull()),
                    inState.orNull(),
                    size.orElse(FieldChecks.PAGE_SIZE_DEFAULT));
        }

        private static @Nullable InstitutionCode institutionOf(Caller caller, @Nullable InstitutionCode asked) {
            if (!(caller instanceof Caller.Hospital hospital)) {
                return asked;
            }
            if (asked != null && !asked.equals(hospital.institution())) {
                throw ProblemException.notFound();
            }
            return hospital.institution();
        }
    }
}
