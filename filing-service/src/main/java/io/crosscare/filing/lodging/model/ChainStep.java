package io.crosscare.filing.lodging.model;

import org.jspecify.annotations.Nullable;

/** One entry of a person's settlement chain, as far as filings are concerned. */
public sealed interface ChainStep {

    /**
     * A settlement.
     *
     * @param filing it rests on; null where it rests on none
     */
    record Settled(FiledSettlement settlement, @Nullable FilingId filing) implements ChainStep {}

    /**
     * A settlement was taken back.
     *
     * @param settlement id of it
     */
    record Undone(String settlement) implements ChainStep {}
}
