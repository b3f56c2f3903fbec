package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * What a part refund changed: the settlement's own amounts are those of the rest, these are the difference.
 *
 * @param originalId 原结算 · the settlement, or the earlier adjustment, that it replaces
 * @param moved 变动金额 · the amounts of the rest minus those of the original; the ratio is that of the rest
 * @param cashBackFen 应退现金 · in fen, what the cashier gives back to the person; below zero, what is still to be collected
 * @param accountBackFen 应退个人账户 · in fen, what goes back to the personal account; below zero, what it pays more
 */
public record AdjustmentStatement(String originalId, AmountsStatement moved, long cashBackFen, long accountBackFen) {

    static @Nullable AdjustmentStatement in(Settlement settlement) {
        Settlement.Replaced replaced = settlement.replaced();
        if (replaced == null) {
            return null;
        }
        AmountsStatement moved =
                AmountsStatement.of(settlement.amounts()).minus(AmountsStatement.of(replaced.amounts()));
        return new AdjustmentStatement(
                replaced.original().value(), moved, -moved.cashPayFen(), -moved.personalAccountPayFen());
    }
}
