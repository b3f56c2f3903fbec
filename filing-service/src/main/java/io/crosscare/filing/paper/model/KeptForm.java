package io.crosscare.filing.paper.model;

import io.crosscare.filing.lodging.model.FilingId;
import java.time.Instant;

/**
 * A form with who brought it when. A later one of the same filing takes its place and leaves it readable.
 *
 * @param number from 1, within the filing
 * @param by the principal's subject
 */
public record KeptForm(FilingId filingId, int number, FilingForm form, Instant addedAt, String by) {

    public static final int PER_FILING_MAX = 20;
}
