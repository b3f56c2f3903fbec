package io.crosscare.filing.lodging.model;

/** The way a filing reached the agency (Z 办理流程 二, N 备案手续). */
public enum FilingChannel {
    COUNTER,
    FAX,
    EMPLOYER_PLATFORM,
    APP,
    WEBSITE,
    REFERRING_HOSPITAL
}
