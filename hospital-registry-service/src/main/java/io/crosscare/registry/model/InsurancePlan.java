package io.crosscare.registry.model;

/** The plans of Z 基本政策 二. */
public enum InsurancePlan {
    EMPLOYEE("职工", "employees"),
    RESIDENT("居民", "residents"),
    /** 离休人员 and 革命伤残军人. */
    SPECIAL("特殊人员", "special persons");

    private final String zh;
    private final String en;

    InsurancePlan(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    /** Those who are insured under it. */
    public String en() {
        return en;
    }
}
