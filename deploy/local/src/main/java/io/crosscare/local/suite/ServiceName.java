package io.crosscare.local.suite;

import java.util.Arrays;
import java.util.List;

/** The five services, in the order of their ports (design.md §6). */
enum ServiceName {
    GATEWAY(0, "gateway", "网关", "gateway"),
    FILING(1, "filing", "备案", "filing-service"),
    SETTLEMENT(2, "settlement", "结算", "settlement-service"),
    REGISTRY(3, "registry", "机构登记", "hospital-registry-service"),
    CORRECTION(4, "correction", "纠错", "error-correction-service");

    private final int offset;
    private final String title;
    private final String chinese;
    private final String module;

    ServiceName(int offset, String title, String chinese, String module) {
        this.offset = offset;
        this.title = title;
        this.chinese = chinese;
        this.module = module;
    }

    /** How far its port is from the first one. */
    int offset() {
        return offset;
    }

    /** The name it has in addresses, keys and logs. */
    String title() {
        return title;
    }

    String chinese() {
        return chinese;
    }

    /** The directory of its sources, under the root of the repository. */
    String module() {
        return module;
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(ServiceName::title).toList();
    }
}
