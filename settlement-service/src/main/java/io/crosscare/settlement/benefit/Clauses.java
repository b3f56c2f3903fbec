package io.crosscare.settlement.benefit;

import io.crosscare.settlement.benefit.model.Confidence;
import io.crosscare.settlement.benefit.model.Reference;
import java.util.List;

/**
 * The texts that give the order of the calculation and what its parts sum to, where no figure of a policy does; each as the list of
 * references it is.
 */
final class Clauses {

    static final List<Reference> LINES =
            clause("RULE.LINES", "医院接口规范 交易2166：单条明细 = 单价 × 数量，四舍五入到分；总额为各条之和", Confidence.NEAREST_YEAR);

    static final List<Reference> TRANSFERS_ONLY =
            clause("RULE.TRANSFER", "解读：转外自理只及转外就诊，长期异地备案和本市就医不适用", Confidence.ASSUMED);

    static final List<Reference> SHEET_OF_PARTS =
            clause("RULE.PARTS", "苏医保发〔2022〕75号 附件9：总费用 = 范围内费用 + 乙类先行自付 + 超限价自付 + 自费", Confidence.NEAREST_YEAR);

    static final List<Reference> LIMIT_BEFORE_UPFRONT = clause("RULE.LIMIT", "解读：先扣超限价，再算乙类先行自付", Confidence.ASSUMED);

    static final List<Reference> CEILING_WORKED_BACK =
            clause("RULE.CEILING", "解读：封顶后已保障的费用按比例反算，其余进入大额", Confidence.ASSUMED);

    static final List<Reference> BURDEN = clause("RULE.BURDEN", "解读：大病保险看全年合规负担，不含全自费和超限价", Confidence.ASSUMED);

    static final List<Reference> PAYERS =
            clause("RULE.PAYERS", "国家接口规范：医疗费总额 = 基金支付总额 + 个人负担总额；个人负担 = 账户 + 现金", Confidence.NEAREST_YEAR);

    static final List<Reference> CATEGORY_TOTALS =
            clause("RULE.CATEGORIES", "苏医保发〔2022〕75号 第34、35条：跨省就医由就医地按就医地目录分割，按费用类别汇总传参保地", Confidence.NEAREST_YEAR);

    private Clauses() {}

    private static List<Reference> clause(String id, String source, Confidence confidence) {
        return List.of(Reference.of(id, "", source, confidence));
    }
}
