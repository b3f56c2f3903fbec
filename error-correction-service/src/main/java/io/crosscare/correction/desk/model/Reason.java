package io.crosscare.correction.desk.model;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The cause of a refusal or of an interruption as its publisher names it (design.md §3.6). One this service does not know is kept and shown as it
 * came; only where the number of names must be bounded does it become {@link #OTHER}.
 */
public record Reason(String code) {

    public static final String OTHER = "OTHER";

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,62}");

    private static final Set<String> FAULTS = Set.of("NEIGHBOUR_DOWN", "OUTCOME_UNKNOWN");

    private static final String BY_HAND = "REPORTED_BY_HAND";

    private static final Set<String> KNOWN = Set.of(
            "REVERSED_BEFORE_ARRIVAL",
            "ALREADY_SETTLED",
            "INSTITUTION_UNKNOWN",
            "REGIONS_NOT_CONNECTED",
            "NOT_CONNECTED_ON_DATE",
            "INSTITUTION_NOT_CONNECTED",
            "PERSON_UNKNOWN",
            "IDENTITY_MISMATCH",
            "INSURANCE_SUSPENDED",
            "CARD_NOT_ACCEPTED",
            "CARD_NOT_ACTIVE",
            "SERVICE_NOT_OPEN_FOR_CATEGORY",
            "NO_FILING",
            "FILING_FOR_OTHER_REGION",
            "FILING_NOT_YET_EFFECTIVE",
            "FILING_EXPIRED",
            "FILING_NOT_YET_UPSTREAM",
            "HOME_CLOSED_DURING_FILING",
            "SERVICE_NOT_COVERED",
            "INSTITUTION_LEVEL_UNKNOWN",
            "POLICY_MISSING",
            "EXTERNAL_FEED_STALE",
            "BILL_INCONSISTENT",
            "INVOICE_ALREADY_PAID",
            "PREVIEW_STALE",
            "NEIGHBOUR_DOWN",
            "OUTCOME_UNKNOWN");

    /** Where a hospital reports what the window said, and there was no reason code. */
    public static final Reason REPORTED_BY_HAND = new Reason(BY_HAND);

    public static final Reason ALREADY_SETTLED = new Reason("ALREADY_SETTLED");
    public static final Reason FILING_NOT_YET_UPSTREAM = new Reason("FILING_NOT_YET_UPSTREAM");

    public Reason {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("a reason is a word of capital letters, digits and underscores");
        }
    }

    /** Whether no rule said no: something was down, or cut off. */
    public boolean isFault() {
        return FAULTS.contains(code);
    }

    /** The code where it is known, else {@link #OTHER}: for metrics. */
    public String label() {
        return KNOWN.contains(code) ? code : OTHER;
    }

    /** Every label there is. */
    public static Set<String> labels() {
        Set<String> labels = new TreeSet<>(KNOWN);
        labels.add(OTHER);
        return labels;
    }

    /** Every reason that cases are asked for by: those of settlement, and that of a report without one. */
    public static Set<String> names() {
        Set<String> names = new TreeSet<>(KNOWN);
        names.add(BY_HAND);
        return names;
    }

    @Override
    public String toString() {
        return code;
    }
}
