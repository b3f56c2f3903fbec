package io.crosscare.registry.model;

/** Why the registry says no, in order of precedence: when several apply, the first is given. */
public enum RefusalReason {
    /** 两地未联网 · the regions are not connected for this care. */
    REGIONS_NOT_CONNECTED,
    /** 当日尚未开通 · connected from a later day on. */
    NOT_CONNECTED_ON_DATE,
    /** 机构未开通或暂停 · the institution is not open for it, or suspended. */
    INSTITUTION_NOT_CONNECTED,
    /** 该险种未开通 · connected for other plans. */
    SERVICE_NOT_OPEN_FOR_CATEGORY;

    public boolean precedes(RefusalReason other) {
        return compareTo(other) < 0;
    }
}
