package io.crosscare.correction.desk.model;

/**
 * What turned a person away, as the diagnosis names it: finer than a refusal's reason, which says only what settlement saw.
 * What each means, who mends it and how stands in the rule base.
 */
public enum Cause {
    NO_FILING,
    FILING_UNDER_REVIEW,
    FILING_REJECTED,
    FILED_ELSEWHERE,
    FILING_EXPIRED,
    FILING_WITHDRAWN,
    FILING_NOT_YET_EFFECTIVE,
    FILING_NOT_UPSTREAM,
    FILING_REFUSED_UPSTREAM,
    PROMISE_DUE,
    HOME_CLOSED,
    CARD_NOT_ACCEPTED,
    CARD_NOT_ACTIVATED,
    CARD_LOST,
    IDENTITY_MISMATCH,
    PERSON_UNKNOWN,
    INSURANCE_SUSPENDED,
    REGIONS_NOT_CONNECTED,
    NOT_CONNECTED_ON_DATE,
    INSTITUTION_UNKNOWN,
    INSTITUTION_SUSPENDED,
    CAPABILITY_NOT_OPEN,
    INSTITUTION_LEVEL_UNKNOWN,
    SERVICE_NOT_OPEN_FOR_PLAN,
    SERVICE_NOT_COVERED,
    COPY_BEHIND_OWNER,
    EXTERNAL_FEED_STALE,
    POLICY_MISSING,
    CATALOGUE_MISSING,
    CATALOGUE_CODE_MISSING,
    SUMS_INCONSISTENT,
    DUPLICATE,
    INVOICE_ALREADY_PAID,
    REVERSED_BEFORE_ARRIVAL,
    PREVIEW_STALE,
    OUTCOME_UNKNOWN,
    /** Nothing is to be settled any more. */
    VISIT_CANCELLED,
    NEIGHBOUR_DOWN,
    /** No rule names it: people have to look. */
    NOT_RECOGNISED
}
