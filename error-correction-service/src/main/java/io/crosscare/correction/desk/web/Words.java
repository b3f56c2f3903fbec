package io.crosscare.correction.desk.web;

import java.util.Map;

/** What people read in place of the codes of other services. A code without a word is shown as it came, never dropped. */
final class Words {

    static final Words CATEGORY = new Words(Map.of(
            "RETIRED_RESETTLED", "异地安置退休",
            "LONG_TERM_RESIDENT", "异地长期居住",
            "POSTED_WORKER", "常驻异地工作",
            "TRANSFER", "转外就诊"));

    static final Words FILING_STATE = new Words(Map.of(
            "EFFECTIVE", "有效",
            "EXPIRED", "已到期",
            "WITHDRAWN", "已撤销",
            "REJECTED", "未通过",
            "SUBMITTED", "待审核",
            "LAPSED", "承诺失效",
            "REPLACED", "已变更"));

    static final Words UNDOING = new Words(Map.of("CANCELLED", "撤销", "REVERSED", "冲正"));

    static final Words INSTITUTION_STATE = new Words(Map.of("OPEN", "正常", "SUSPENDED", "暂停"));

    static final Words LEVEL = new Words(Map.of("L1", "一级", "L2", "二级", "L3", "三级", "COM", "社区"));

    static final Words INSURANCE = new Words(Map.of("ACTIVE", "正常", "SUSPENDED", "暂停"));

    static final Words CARD_STATE = new Words(Map.of("ACTIVE", "正常", "NOT_ACTIVATED", "未激活", "LOST", "已挂失"));

    static final Words PROMISE = new Words(Map.of("OPEN", "待补充", "KEPT", "已补充", "LAPSED", "已失效"));

    static final Words UPLOAD = new Words(Map.of("DUE", "待上传", "SENT", "已上传未确认", "ACCEPTED", "已接收", "REFUSED", "被拒收"));

    static final Words RECHECK = new Words(Map.of(
            "READY", "现可结算",
            "REFUSED", "仍不能结算",
            "SETTLED", "已结算",
            "IN_PROGRESS", "结算进行中",
            "VISIT_CANCELLED", "就诊已取消",
            "NOT_POSSIBLE", "无法复核",
            "UNANSWERED", "未得到答复"));

    static final Words REPAIR = new Words(Map.of(
            "REFRESH_COPY", "更新副本",
            "RESOLVE_OUTCOME", "查明结果",
            "ASK_OWNERS", "询问登记方",
            "RECHECK", "预结算复核",
            "NOTIFY", "通知"));

    private final Map<String, String> words;

    private Words(Map<String, String> words) {
        this.words = words;
    }

    String of(String code) {
        return words.getOrDefault(code, code);
    }
}
