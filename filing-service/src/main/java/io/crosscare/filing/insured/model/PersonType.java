package io.crosscare.filing.insured.model;

/** The standing of a person within a plan. */
public enum PersonType {
    /** 在职. */
    ACTIVE,
    /** 退休. */
    RETIRED,
    /** 城乡居民. */
    RESIDENT,
    /** 离休人员. */
    RETIRED_CADRE,
    /** 革命伤残军人. */
    DISABLED_VETERAN
}
