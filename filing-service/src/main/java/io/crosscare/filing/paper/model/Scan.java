package io.crosscare.filing.paper.model;

import io.crosscare.filing.lodging.model.FilingId;
import java.time.Instant;

/**
 * A scan of a paper that was shown, without its content.
 *
 * @param number from 1, within the filing
 * @param material code of the paper, as the filing rules name it
 * @param sizeBytes of the content
 * @param by the principal's subject
 */
public record Scan(
        FilingId filingId, int number, ScanKind kind, String material, int sizeBytes, Instant addedAt, String by) {

    public static final int SIZE_BYTES_MAX = 700_000;
    public static final int PER_FILING_MAX = 10;

    public Scan {
        if (number < 1 || number > PER_FILING_MAX || sizeBytes < 1 || sizeBytes > SIZE_BYTES_MAX) {
            throw new IllegalArgumentException("a filing has at most ten scans of at most 700 kB");
        }
    }

    /** The same in another place. */
    public Scan numbered(int place) {
        return new Scan(filingId, place, kind, material, sizeBytes, addedAt, by);
    }
}
