package io.crosscare.filing.paper.model;

import io.crosscare.filing.lodging.model.FilingId;
import java.time.Instant;

/**
 * Somebody looked at a scan.
 *
 * @param by the principal's subject
 */
public record ScanRead(FilingId filingId, int number, Instant at, String by) {}
