package io.crosscare.registry.model;

/** Why the registry says no, in order of precedence: when several apply, the first is given (design.md §3.6). */
public enum RefusalReason {
    REGIONS_NOT_CONNECTED,
    NOT_CONNECTED_ON_DATE,
    INSTITUTION_NOT_CONNECTED,
    SERVICE_NOT_OPEN_FOR_CATEGORY;

    public boolean precedes(RefusalReason other) {
        return compareTo(other) < 0;
    }
}
