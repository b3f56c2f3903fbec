package io.crosscare.filing.lodging.model;

/** The facts a condition may ask for. */
public enum FactName {
    /** 居住情况 · how the person lives elsewhere. */
    RESIDENCE("居住情况"),
    /** 用人单位 · who employs the person. */
    EMPLOYER("用人单位"),
    /** 转诊意见 · the hospital's word. */
    REFERRAL("转诊意见"),
    /** 须转外诊治 · that the illness has to be treated elsewhere. */
    TREATMENT_ELSEWHERE("须转外诊治"),
    /** 申请材料 · the papers shown. */
    MATERIALS("申请材料");

    private final String zh;

    FactName(String zh) {
        this.zh = zh;
    }

    public String zh() {
        return zh;
    }
}
