package io.crosscare.filing.lodging.model;

/** What a warning on a filing is about. */
public enum FilingWarningCode {
    /** 暂停参保 · the person's insurance is suspended: nothing is settled under the filing until it is resumed. */
    INSURANCE_SUSPENDED,
    /** 早于政策来源 · the filing begins before the days that the sources of the region's rules speak of. */
    BEFORE_SOURCES
}
