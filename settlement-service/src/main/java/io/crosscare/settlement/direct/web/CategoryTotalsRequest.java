package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.benefit.model.FeeLine;
import io.crosscare.settlement.benefit.model.GivenSplit;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The bill of a stay as category totals.
 *
 * @param totals 类别汇总 · one for each category of the bill
 */
record CategoryTotalsRequest(@Nullable List<@Nullable TotalRequest> totals) {

    private static final int CATEGORY_MAX = 20;
    private static final long FEN_MAX = 10_000_000_000L;

    /** Of a stay, which is settled as a whole, batches are only names. */
    private static final String BATCH = "1";

    /**
     * What the fee lines of one national summary category come to, split by the care region with its own catalogue.
     *
     * @param category 费用类别 · name or code of the category, at most 20 characters
     * @param lineNumber optional, 序号 · unique in the visit; its place in the list where it is left out
     * @param fullSelfPayFen optional, 全自费 · in fen; nothing where it is left out
     * @param overLimitSelfPayFen optional, 超限价自费 · in fen; nothing where it is left out
     * @param upfrontSelfPayFen optional, 乙类先行自付 · in fen; nothing where it is left out
     * @param eligibleCostFen 符合政策范围金额 · in fen
     * @param totalCostFen optional, 合计 · in fen; where it is given, the four parts have to sum to it
     * @param serviceDate optional, 费用发生日 · within the stay, a day in China; the admission where it is left out
     */
    record TotalRequest(
            @Nullable String category,
            @Nullable Long lineNumber,
            @Nullable Long fullSelfPayFen,
            @Nullable Long overLimitSelfPayFen,
            @Nullable Long upfrontSelfPayFen,
            @Nullable Long eligibleCostFen,
            @Nullable Long totalCostFen,
            @Nullable String serviceDate) {}

    List<VisitLine> toLines(LocalDate admission, LocalDate today) {
        FieldChecks checks = new FieldChecks();
        Checked<List<TotalRequest>> given = checks.list("totals", totals, UploadFeeLines.LINES_MAX);
        checks.throwIfInvalid();
        List<TotalChecks> checked = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < given.value().size(); i++) {
            String path = "totals[" + i + "].";
            TotalRequest one = given.value().get(i);
            checked.add(TotalChecks.of(checks, path, one, i + 1, today));
            if (!numbers.add(one.lineNumber() == null ? Long.valueOf(i + 1) : one.lineNumber())) {
                checks.reject(path + "lineNumber", "unique", Text.of("序号重复", "occurs twice in this upload"));
            }
        }
        checks.throwIfInvalid();
        return checked.stream().map(total -> total.toLine(admission)).toList();
    }

    private record TotalChecks(
            Checked<String> category,
            Checked<Long> lineNumber,
            Checked<Money> fullSelfPay,
            Checked<Money> overLimitSelfPay,
            Checked<Money> upfrontSelfPay,
            Checked<Money> eligibleCost,
            Checked<LocalDate> serviceDate) {

        static TotalChecks of(FieldChecks checks, String path, TotalRequest one, long place, LocalDate today) {
            TotalChecks checked = new TotalChecks(
                    checks.text(path + "category", one.category(), CATEGORY_MAX),
                    checks.number(
                            path + "lineNumber",
                            one.lineNumber() == null ? Long.valueOf(place) : one.lineNumber(),
                            1,
                            Integer.MAX_VALUE),
                    part(checks, path + "fullSelfPayFen", one.fullSelfPayFen()),
                    part(checks, path + "overLimitSelfPayFen", one.overLimitSelfPayFen()),
                    part(checks, path + "upfrontSelfPayFen", one.upfrontSelfPayFen()),
                    checks.fen(path + "eligibleCostFen", one.eligibleCostFen(), 0, FEN_MAX),
                    VisitRequests.optionalNotAfter(checks, path + "serviceDate", one.serviceDate(), today));
            checked.crossCheck(checks, path, one.totalCostFen());
            return checked;
        }

        private static Checked<Money> part(FieldChecks checks, String field, @Nullable Long fen) {
            return checks.fen(field, fen == null ? Long.valueOf(0) : fen, 0, FEN_MAX);
        }

        private void crossCheck(FieldChecks checks, String path, @Nullable Long totalCostFen) {
            if (totalCostFen != null && checks.isValid() && given().total().fen() != totalCostFen) {
                checks.reject(
                        path + "totalCostFen",
                        "sum-of-parts",
                        Text.of("与四部分之和不等", "is not what the four parts sum to"));
            }
        }

        private GivenSplit given() {
            return new GivenSplit(
                    fullSelfPay.value(), overLimitSelfPay.value(), upfrontSelfPay.value(), eligibleCost.value());
        }

        VisitLine toLine(LocalDate admission) {
            return new VisitLine(
                    BATCH,
                    FeeLine.ofCategory(
                            Math.toIntExact(lineNumber.value()),
                            category.value(),
                            given(),
                            serviceDate.orElse(admission)));
        }
    }
}
