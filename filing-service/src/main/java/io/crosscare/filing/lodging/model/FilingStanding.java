package io.crosscare.filing.lodging.model;

/** Whether a filing counts, as its readers are told: the first two do, on the days of its period, all others never. */
public enum FilingStanding {
    /** 有效 · counts on the days of its period. */
    EFFECTIVE,
    /** 已终止 · was ended before its time, counts on the days that are left of its period. */
    EXPIRED,
    /** 待审核 · the agency has to look at it. */
    SUBMITTED,
    /** 未通过 · the agency has said no. */
    REJECTED,
    /** 不计 · was ended before its first day. */
    WITHDRAWN
}
