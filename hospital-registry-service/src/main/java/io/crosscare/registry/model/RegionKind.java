package io.crosscare.registry.model;

/** What a region code stands for. */
public enum RegionKind {
    PROVINCE,
    /** A province that is one city and one pooling region: Shanghai. */
    MUNICIPALITY,
    /** 省本级: the pooling region of the province itself. */
    PROVINCE_LEVEL,
    CITY,
    /** A county-level city with a pooling region of its own. */
    COUNTY_LEVEL_CITY,
    DISTRICT
}
