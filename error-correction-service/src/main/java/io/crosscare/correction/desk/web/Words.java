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
            "REJECTED", "未通过");

    private static final Map<String, String> UNDOINGS = Map.of("CANCELLED", "撤销", "REVERSED", "冲正");

    private static final Map<String, String> INSTITUTION_STATES = Map.of("OPEN", "正常", "SUSPENDED", "暂停");

    private static final Map<String, String> LEVELS = Map.of("L1", "一级", "L2", "二级", "L3", "三级", "COM", "社区");

    private Words() {}

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
