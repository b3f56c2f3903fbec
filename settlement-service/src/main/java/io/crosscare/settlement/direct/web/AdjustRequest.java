package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.crypto.Masking;
import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.direct.AdjustSettlement;
import io.crosscare.settlement.direct.model.LineReturn;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.model.FeeLineRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a settled bill is given back.
 *
 * @param returns 退费明细 · each line of the bill at most once
 * @param reason 退费原因 · at most 200 characters; numbers of persons pasted into it are cut out
 */
record AdjustRequest(
        @Nullable List<@Nullable ReturnRequest> returns,
        @Nullable String reason) {

    private static final int REASON_MAX = 200;
    private static final long FEN_MAX = 10_000_000_000L;

    /**
     * One line, or a part of it. Quantity times the line's unit price is the amount, to the fen.
     *
     * @param lineNumber 明细序号 · of the fee line
     * @param quantity 退回数量 · more than zero, at most what is left of the line, with at most 4 decimals
     * @param amountFen 退回金额 · in fen, more than zero, at most what is left of the line
     */
    record ReturnRequest(
            @Nullable Long lineNumber,
            @Nullable String quantity,
            @Nullable Long amountFen) {}

    AdjustSettlement.Command toCommand(IdempotencyKey callerKey, String by) {
        FieldChecks checks = new FieldChecks();
        Checked<List<ReturnRequest>> given = checks.list("returns", returns, UploadFeeLines.LINES_MAX);
        Checked<String> why = checks.text("reason", reason, REASON_MAX);
        checks.throwIfInvalid();
        List<ReturnChecks> checked = new ArrayList<>();
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < given.value().size(); i++) {
            ReturnRequest one = given.value().get(i);
            checked.add(ReturnChecks.of(checks, "returns[" + i + "].", one));
            if (one.lineNumber() != null && !numbers.add(one.lineNumber())) {
                checks.reject(
                        "returns[" + i + "].lineNumber", "unique", Text.of("明细序号重复", "occurs twice in this request"));
            }
        }
        checks.throwIfInvalid();
        return new AdjustSettlement.Command(
                callerKey, checked.stream().map(ReturnChecks::toReturn).toList(), Masking.pastedText(why.value()), by);
    }

    private record ReturnChecks(Checked<Long> lineNumber, Checked<Long> quantity, Checked<Money> amount) {

        static ReturnChecks of(FieldChecks checks, String path, ReturnRequest one) {
            return new ReturnChecks(
                    checks.number(path + "lineNumber", one.lineNumber(), 1, Integer.MAX_VALUE),
                    checks.required(
                            path + "quantity",
                            one.quantity(),
                            "decimal",
                            Text.of("应为大于零、最多 4 位小数的数", "must be a number above zero with at most 4 decimals"),
                            ReturnChecks::quantity),
                    checks.fen(path + "amountFen", one.amountFen(), 1, FEN_MAX));
        }

        private static Long quantity(String text) {
            long units = FeeLineRule.parse(text, FeeLineRule.QUANTITY_DECIMALS);
            if (units <= 0) {
                throw new IllegalArgumentException("nothing is given back");
            }
            return units;
        }

        LineReturn toReturn() {
            return new LineReturn(Math.toIntExact(lineNumber.value()), quantity.value(), amount.value());
        }
    }
}
