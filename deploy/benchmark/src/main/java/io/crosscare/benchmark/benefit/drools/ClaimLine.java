package io.crosscare.benchmark.benefit.drools;

import io.crosscare.settlement.benefit.model.ItemClass;

/**
 * The fact that stands for a fee line, with what the catalogue says of its item.
 *
 * @param itemClass C where the catalogue has no such item
 * @param upfrontRatio in basis points
 * @param quantity in 1/10,000 of a unit
 * @param unitLimit price limit of a unit in 1/1,000,000 yuan, {@link #UNLIMITED} where there is none
 * @param lineLimit price limit of the line whatever its quantity, {@link #UNLIMITED} where there is none
 */
public record ClaimLine(
        int lineNumber,
        ItemClass itemClass,
        int upfrontRatio,
        long quantity,
        long unitLimit,
        long lineLimit,
        long amount) {

    public static final long UNLIMITED = Long.MAX_VALUE;
}
