package io.crosscare.correction.desk.web;

import java.util.Map;

/** What people read in place of the codes of other services. A code without a word is shown as it came, never dropped. */
final class Words {

    private static final Map<String, String> CATEGORIES = Map.of(
            "RETIRED_RESETTLED", "异地安置退休",
            "LONG_TERM_RESIDENT", "异地长期居住",
            "POSTED_WORKER", "常驻异地工作",
            "TRANSFER", "转外就诊");

    private static final Map<String, String> FILING_STATES = Map.of(
            "EFFECTIVE", "有效",
            "EXPIRED", "已到期",
            "WITHDRAWN", "已撤销",
            "REJECTED", "未通过",
            "SUBMITTED", "待审核",
            "LAPSED", "承诺失效",
            "REPLACED", "已变更");

    private static final Map<String, String> UNDOINGS = Map.of("CANCELLED", "撤销", "REVERSED", "冲正");

    private static final Map<String, String> INSTITUTION_STATES = Map.of("OPEN", "正常", "SUSPENDED", "暂停");

    private static final Map<String, String> LEVELS = Map.of("L1", "一级", "L2", "二级", "L3", "三级", "COM", "社区");

    private static final Map<String, String> INSURANCES = Map.of("ACTIVE", "正常", "SUSPENDED", "暂停");

    private static final Map<String, String> CARD_STATES =
            Map.of("ACTIVE", "正常", "NOT_ACTIVATED", "未激活", "LOST", "已挂失");

    private static final Map<String, String> PROMISES = Map.of("OPEN", "待补充", "KEPT", "已补充", "LAPSED", "已失效");

    private static final Map<String, String> UPLOADS =
            Map.of("DUE", "待上传", "SENT", "已上传未确认", "ACCEPTED", "已接收", "REFUSED", "被拒收");

    private static final Map<String, String> RECHECKS = Map.of(
            "READY", "现可结算",
            "REFUSED", "仍不能结算",
            "SETTLED", "已结算",
            "IN_PROGRESS", "结算进行中",
            "NOT_POSSIBLE", "无法复核",
            "UNANSWERED", "未得到答复");

    private static final Map<String, String> REPAIRS = Map.of(
            "REFRESH_COPY", "更新副本",
            "RESOLVE_OUTCOME", "查明结果",
            "ASK_OWNERS", "询问登记方",
            "RECHECK", "预结算复核",
            "NOTIFY", "通知");

    private Words() {}

    static String insurance(String code) {
        return INSURANCES.getOrDefault(code, code);
    }

    static String cardState(String code) {
        return CARD_STATES.getOrDefault(code, code);
    }

    static String promise(String code) {
        return PROMISES.getOrDefault(code, code);
    }

    static String upload(String code) {
        return UPLOADS.getOrDefault(code, code);
    }

    static String recheck(String code) {
        return RECHECKS.getOrDefault(code, code);
    }

    static String repair(String code) {
        return REPAIRS.getOrDefault(code, code);
    }

    static String category(String code) {
        return CATEGORIES.getOrDefault(code, code);
    }

    static String filingState(String code) {
        return FILING_STATES.getOrDefault(code, code);
    }

    static String undoing(String code) {
        return UNDOINGS.getOrDefault(code, code);
    }

    static String institutionState(String code) {
        return INSTITUTION_STATES.getOrDefault(code, code);
    }

    static String level(String code) {
        return LEVELS.getOrDefault(code, code);
    }
}
