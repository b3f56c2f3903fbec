package io.crosscare.settlement.chain;

import io.crosscare.settlement.chain.model.Closing;
import io.crosscare.settlement.chain.model.Entry;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a closing: the certificate for the region that takes over.
 *
 * @param movedTo 转入地 · the region that insures the person from then on: six digits of GB/T 2260
 * @param closedOn 参保截止日 · last day of insurance here, a day in China
 * @param carried 转出累计 · what the person had, by counter: amounts in fen; the account is what was paid out
 */
public record ClosingStatement(String movedTo, LocalDate closedOn, Map<String, Long> carried) {

    static @Nullable ClosingStatement in(Entry entry) {
        return entry instanceof Closing closing
                ? new ClosingStatement(
                        closing.movedTo().value(),
                        closing.closedOn(),
                        closing.carried().values())
                : null;
    }
}
