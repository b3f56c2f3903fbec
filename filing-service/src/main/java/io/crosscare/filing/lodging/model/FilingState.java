package io.crosscare.filing.lodging.model;

/** The name of a filing's state, as {@link Filing}'s variants have it. A period that has run out is no state. */
public enum FilingState {
    /** 待审核 · handed in; the agency has to look at it. */
    SUBMITTED,
    /** 有效 · in force on the days of its period. */
    EFFECTIVE,
    /** 未通过 · the agency has said no. */
    REJECTED,
    /** 已撤销 · ended before its time; it still speaks for the days before. */
    WITHDRAWN,
    /** 承诺失效 · ended by the agency, because what was promised did not come; it still speaks for the days before. */
    LAPSED,
    /** 已变更 · another filing has taken its place; it still speaks for the days before. */
    REPLACED
}
