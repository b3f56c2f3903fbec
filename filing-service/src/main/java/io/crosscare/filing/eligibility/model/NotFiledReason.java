package io.crosscare.filing.eligibility.model;

/** Why a filing check says no, in order of precedence: when several apply, the first is given. */
public enum NotFiledReason {
    /** 没有备案 · the person has no filing that counts. */
    NO_FILING,
    /** 备案到其他地区 · filed, but for other regions. */
    FILING_FOR_OTHER_REGION,
    /** 备案尚未生效 · filed for the region, from a later day on. */
    FILING_NOT_YET_EFFECTIVE,
    /** 备案已到期 · filed for the region, until a day before. */
    FILING_EXPIRED
}
