package io.crosscare.settlement.benefit;

import io.crosscare.settlement.benefit.model.Confidence;

/** The texts that give the order of the calculation and what its parts sum to, where no figure of a policy does. */
final class Clauses {

    static final Reference LINES =
            Reference.of("RULE.LINES", "", "医院接口规范 交易2166：单条明细 = 单价 × 数量，四舍五入到分；总额为各条之和", Confidence.NEAREST_YEAR);

    static final Reference TRANSFERS_ONLY =
            Reference.of("RULE.TRANSFER", "", "解读：转外自理只及转外就诊，长期异地备案和本市就医不适用", Confidence.ASSUMED);

    static final Reference SHEET_OF_PARTS = Reference.of(
            "RULE.PARTS", "", "苏医保发〔2022〕75号 附件9：总费用 = 范围内费用 + 乙类先行自付 + 超限价自付 + 自费", Confidence.NEAREST_YEAR);

    static final Reference LIMIT_BEFORE_UPFRONT =
            Reference.of("RULE.LIMIT", "", "解读：先扣超限价，再算乙类先行自付", Confidence.ASSUMED);

    static final Reference CEILING_WORKED_BACK =
            Reference.of("RULE.CEILING", "", "解读：封顶后已保障的费用按比例反算，其余进入大额", Confidence.ASSUMED);

    static final Reference BURDEN = Reference.of("RULE.BURDEN", "", "解读：大病保险看全年合规负担，不含全自费和超限价", Confidence.ASSUMED);

    static final Reference PAYERS =
            Reference.of("RULE.PAYERS", "", "国家接口规范：医疗费总额 = 基金支付总额 + 个人负担总额；个人负担 = 账户 + 现金", Confidence.NEAREST_YEAR);

    static final Reference CATEGORY_TOTALS = Reference.of(
            "RULE.CATEGORIES", "", "苏医保发〔2022〕75号 第34、35条：跨省就医由就医地按就医地目录分割，按费用类别汇总传参保地", Confidence.NEAREST_YEAR);

    private Clauses() {}
}
