package io.crosscare.settlement.direct;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Undo;

/** The problem of whoever would take back a settlement that something else has taken away: it says what that is. */
final class SettlementGone {

    private SettlementGone() {}

    /**
     * Names what took it away.
     *
     * @param successor the undo or the adjustment of the settlement
     */
    static ProblemException by(Entry successor) {
        return successor instanceof Undo undo
                ? ProblemException.conflict(Text.of("该结算已撤销", "the settlement has been undone"))
                        .with("state", SettlementState.after(undo).name())
                        .with("entryId", undo.id().value())
                : ProblemException.conflict(Text.of(
                                "该结算已部分退费，请对调整后的结算办理", "a part was given back; what stands now is the adjustment"))
                        .with("state", SettlementState.ADJUSTED.name())
                        .with("settlementId", successor.id().value());
    }
}
