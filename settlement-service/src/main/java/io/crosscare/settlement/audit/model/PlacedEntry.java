package io.crosscare.settlement.audit.model;

import io.crosscare.settlement.chain.model.StoredEntry;

/**
 * An entry with all that judging it needs.
 *
 * @param footing what the chain before it comes to
 */
record PlacedEntry(StoredEntry stored, Footing footing, Evidence evidence) {}
