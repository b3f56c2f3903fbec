package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.money.Money;
import io.crosscare.settlement.benefit.SheetHead.Remark;
import io.crosscare.settlement.chain.SettlementState;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.chain.model.SettlementFlag;
import java.util.ArrayList;
import java.util.List;

/** What a printed sheet has to say of its settlement besides amounts: that it no longer stands, or what it stands for. */
final class SheetRemarks {

    private SheetRemarks() {}

    /**
     * The remarks.
     *
     * @param last what the settlement has come to
     */
    static List<Remark> of(Settlement settlement, Entry last) {
        List<Remark> remarks = new ArrayList<>();
        switch (SettlementState.of(settlement, last)) {
            case LIVE -> {}
            case ADJUSTED ->
                remarks.add(state("已部分退费，以 " + last.id().value() + " 为准 a part was given back, that one stands"));
            case CANCELLED -> remarks.add(state("已撤销 cancelled by " + last.id().value()));
            case REVERSED -> remarks.add(state("已冲正 reversed by " + last.id().value()));
        }
        if (settlement.care().scope() instanceof Scope.Interim(int number)) {
            remarks.add(new Remark("中途结算", "On the way", "第 " + number + " 次 no. " + number));
        }
        Settlement.Replaced replaced = settlement.replaced();
        if (replaced != null) {
            remarks.add(new Remark("部分退费", "Part refund of", replaced.original().value()));
            Money back = replaced.amounts().cashPay().minus(settlement.amounts().cashPay());
            remarks.add(new Remark("退还现金", "Cash given back", back.toYuan()));
        }
        if (settlement.flags().contains(SettlementFlag.TREATMENT_UNCONFIRMED)) {
            remarks.add(
                    treatment("仅医院申报，待参保地经办机构确认 said by the hospital alone, the insured region has still to confirm"));
        }
        if (settlement.flags().contains(SettlementFlag.TREATMENT_NOT_AS_FILED)) {
            remarks.add(treatment("与备案上参保地确认的不一致 not what the insured region has confirmed on the filing"));
        }
        String invoice = settlement.invoiceNumber();
        if (invoice != null) {
            remarks.add(new Remark("发票号", "Invoice", invoice));
        }
        return remarks;
    }

    private static Remark treatment(String value) {
        return new Remark("特殊治疗标记", "Treatment mark", value);
    }

    private static Remark state(String value) {
        return new Remark("状态", "State", value);
    }
}
