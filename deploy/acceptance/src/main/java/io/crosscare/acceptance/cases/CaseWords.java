package io.crosscare.acceptance.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of the golden format and what they are called at the doors. */
final class CaseWords {

    static final Map<String, String> CLASSES = words("A", "A", "B", "B", "C", "C");
    static final Map<String, String> PLANS =
            words("employee", "EMPLOYEE", "resident", "RESIDENT", "special", "SPECIAL");
    static final Map<String, String> STATUSES = words(
            "active", "ACTIVE",
            "retired", "RETIRED",
            "resident", "RESIDENT",
            "离休", "RETIRED_CADRE",
            "离休人员", "RETIRED_CADRE",
            "革命伤残军人", "DISABLED_VETERAN");
    static final Map<String, String> DEFAULT_STATUS =
            words("EMPLOYEE", "ACTIVE", "RESIDENT", "RESIDENT", "SPECIAL", "RETIRED_CADRE");
    static final Map<String, String> CARDS = words(
            "PROVINCIAL_CARD", "PROVINCIAL_CARD",
            "CITY_CITIZEN_CARD", "CITY_CITIZEN_CARD",
            "E_CERTIFICATE", "E_CERTIFICATE",
            "省卡", "PROVINCIAL_CARD",
            "市民卡", "CITY_CITIZEN_CARD");
    static final Map<String, String> CARD_STATES =
            words("ACTIVE", "ACTIVE", "NOT_ACTIVATED", "NOT_ACTIVATED", "LOST", "LOST");
    static final Map<String, String> INSURANCE_STATES = words("ACTIVE", "ACTIVE", "SUSPENDED", "SUSPENDED");
    static final Map<String, String> CATEGORIES = words(
            "异地安置退休", "RETIRED_RESETTLED",
            "异地长期居住", "LONG_TERM_RESIDENT",
            "常驻异地工作", "POSTED_WORKER",
            "转外就诊", "TRANSFER",
            "RETIRED_RESETTLED", "RETIRED_RESETTLED",
            "LONG_TERM_RESIDENT", "LONG_TERM_RESIDENT",
            "POSTED_WORKER", "POSTED_WORKER",
            "TRANSFER", "TRANSFER");
    static final Map<String, String> SERVICES =
            words("outpatient", "OUTPATIENT", "inpatient", "INPATIENT", "chronic", "CHRONIC");
    static final Map<String, String> LEVELS = words("L1", "L1", "L2", "L2", "L3", "L3", "COM", "COM");
    static final Map<String, String> TRIPS = words(
            "home", "home",
            "long_term", "long_term",
            "transfer", "transfer",
            "transfer_special", "transfer_special",
            "transfer_nonspecial", "transfer_nonspecial");
    static final Map<String, String> DESTINATION_TYPES = words(
            "home", "home",
            "in-city", "in-city",
            "in-province", "in-province",
            "cross-province", "cross-province");
    static final Map<String, String> CATALOGUES = words("insured place", "insured", "care place", "care");
    static final Map<String, String> ACCOUNT_SCOPES =
            words("all_personal", "all_personal", "in_scope_only", "in_scope_only");
    static final Map<String, String> DOORS = words("settlement", "settlement", "filing", "filing");

    private CaseWords() {}

    private static Map<String, String> words(String... pairs) {
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(words);
    }
}
