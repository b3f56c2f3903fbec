package io.crosscare.registry.model;

/** The plans of Z 基本政策 二. */
public enum InsurancePlan {
    EMPLOYEE("职工"),
    RESIDENT("居民"),
    /** 离休人员 and 革命伤残军人. */
    SPECIAL("特殊人员");

    private final String zh;

    InsurancePlan(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
