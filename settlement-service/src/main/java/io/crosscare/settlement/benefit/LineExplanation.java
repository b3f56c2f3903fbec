package io.crosscare.settlement.benefit;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.model.LineSplit;
import org.jspecify.annotations.Nullable;

/**
 * One fee line explained: how the catalogue classes it and the four parts it falls into, which sum to it. Of a category total, which
 * the care region has split, only the parts are known.
 *
 * @param itemCode 项目编码 · in the catalogue; of a category total the category
 * @param itemClass {@link io.crosscare.settlement.benefit.model.ItemClass}; absent for a category total
 * @param name 项目名称 · as uploaded or as the catalogue has it
 * @param isListed 是否在目录内 · false where the catalogue has no such item, which makes the whole line full self-pay; absent
 *     for a category total
 * @param upfrontRatioBp 先行自付比例 · of a class B item, in basis points
 * @param limitFen 限价 · the price limit applied to the line, in fen; absent where there was none
 */
public record LineExplanation(
        int lineNumber,
        String itemCode,
        String name,
        @Nullable String itemClass,
        @Nullable Boolean isListed,
        int upfrontRatioBp,
        @Nullable Long limitFen,
        long amountFen,
        long fullSelfPayFen,
        long overLimitSelfPayFen,
        long upfrontSelfPayFen,
        long eligibleCostFen) {

    static LineExplanation of(LineSplit split) {
        Money limit = split.limit();
        return new LineExplanation(
                split.line().lineNumber(),
                split.line().itemCode(),
                split.name(),
                split.isGiven() ? null : split.itemClass().name(),
                split.isGiven() ? null : !split.isUnlisted(),
                split.upfrontRatio().basisPoints(),
                limit == null ? null : limit.fen(),
                split.line().amount().fen(),
                split.fullSelfPayFen(),
                split.overLimitSelfPayFen(),
                split.upfrontSelfPayFen(),
                split.eligibleCostFen());
    }
}
