package io.crosscare.filing.lodging.model;

/** The facts a condition may ask for. */
public enum FactName {
    /** 居住情况 · how the person lives elsewhere. */
    RESIDENCE("居住情况", "how the person lives elsewhere"),
    /** 用人单位 · who employs the person. */
    EMPLOYER("用人单位", "who employs the person"),
    /** 转诊意见 · the hospital's word. */
    REFERRAL("转诊意见", "the hospital's word"),
    /** 须转外诊治 · that the illness has to be treated elsewhere. */
    TREATMENT_ELSEWHERE("须转外诊治", "that the illness has to be treated elsewhere"),
    /** 申请材料 · the papers shown. */
    MATERIALS("申请材料", "the papers shown");

    private final String zh;
    private final String en;

    FactName(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }
}
