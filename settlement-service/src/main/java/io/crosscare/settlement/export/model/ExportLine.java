package io.crosscare.settlement.export.model;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.model.ContentHash;
import io.crosscare.settlement.chain.model.StoredText;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of an exported file: one beginning; of each chain its entries and, behind them, its head; one end. Heads and end are
 * what gives away that something is missing.
 */
public sealed interface ExportLine {

    /** The form of the file. */
    int VERSION = 1;

    /**
     * What was asked for.
     *
     * @param insuredRegion null where a person was
     * @param from null where chains are whole, else recorded no sooner
     * @param until null where chains are whole, else recorded before
     */
    record Begin(
            Instant takenAt,
            @Nullable RegionCode insuredRegion,
            @Nullable Instant from,
            @Nullable Instant until) implements ExportLine {}

    /** An entry as it is stored. */
    record Text(StoredText text) implements ExportLine {}

    /**
     * Where a chain ends, as far as it is in the file.
     *
     * @param firstSeq 1, unless a period was asked for
     * @param hash as the last entry states it; empty where it states none
     */
    record HeadLine(PersonId person, long firstSeq, long seq, String hash) implements ExportLine {}

    /**
     * The end of the file.
     *
     * @param digest over all heads in their order, see {@link Totals}
     */
    record End(long chains, long entries, ContentHash digest) implements ExportLine {}
}
