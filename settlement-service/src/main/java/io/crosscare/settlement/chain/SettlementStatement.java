package io.crosscare.settlement.chain;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.crosscare.settlement.chain.model.Basis;
import io.crosscare.settlement.chain.model.Care;
import io.crosscare.settlement.chain.model.EntryKind;
import io.crosscare.settlement.chain.model.Scope;
import io.crosscare.settlement.chain.model.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a settlement outside: the same in the first answer, in every replay and in the event, because it is rendered
 * from the stored entry alone. Field names are those of design.md §6; amounts in fen, ratios in basis points.
 *
 * @param id 结算标识 · of its entry in the chain
 * @param interim 中途结算序号 · number of a settlement on the way of a stay; absent for every other
 * @param plan {@link io.crosscare.settlement.benefit.model.InsurancePlan}
 * @param personType {@link io.crosscare.settlement.benefit.model.PersonType}
 * @param serviceType {@link io.crosscare.settlement.benefit.model.ServiceType}
 * @param serviceFrom 费用起始日 · first day of its fee lines, a day in China
 * @param serviceTo 费用截止日 · last day of its fee lines, a day in China
 * @param billHash 账单指纹 · SHA-256 of the frozen bill
 * @param calculationVersion 算法版本 · of the calculation that gave these amounts
 * @param invoiceNumber 发票号 · absent where none was given
 * @param flags 标志 · what people should look at {@link io.crosscare.settlement.chain.model.SettlementFlag}
 * @param adjustment 部分退费 · what a part refund changed; absent for a first settlement
 */
public record SettlementStatement(
        String id,
        long seq,
        EntryKind kind,
        String personId,
        String visitId,
        @Nullable String batch,
        @Nullable Integer interim,
        String institutionCode,
        String insuredRegion,
        String careRegion,
        String plan,
        String personType,
        String serviceType,
        @Nullable String filingId,
        @Nullable String filingCategory,
        @Nullable LocalDate decidedOn,
        LocalDate serviceFrom,
        LocalDate serviceTo,
        Instant recordedAt,
        @JsonUnwrapped AmountsStatement amounts,
        String policyHash,
        String catalogueHash,
        String billHash,
        int calculationVersion,
        @Nullable String invoiceNumber,
        List<String> flags,
        @Nullable AdjustmentStatement adjustment) {

    public static SettlementStatement of(Settlement settlement) {
        Care care = settlement.care();
        Basis basis = settlement.basis();
        return new SettlementStatement(
                settlement.id().value(),
                settlement.link().seq(),
                settlement.kind(),
                settlement.link().person().value(),
                care.visit().value(),
                care.scope() instanceof Scope.Batch batch ? batch.name() : null,
                care.scope() instanceof Scope.Interim interim ? interim.number() : null,
                care.institution().value(),
                care.insuredRegion().value(),
                care.careRegion().value(),
                care.plan().name(),
                care.personType().name(),
                care.serviceType().name(),
                care.filingId(),
                care.filingCategory(),
                care.decidedOn(),
                care.serviceFrom(),
                care.serviceTo(),
                settlement.link().recordedAt(),
                AmountsStatement.of(settlement.amounts()),
                basis.policyHash(),
                basis.catalogueHash(),
                basis.billHash(),
                basis.calculationVersion(),
                settlement.invoiceNumber(),
                settlement.flagsInOrder().stream().map(Enum::name).toList(),
                AdjustmentStatement.in(settlement));
    }
}
