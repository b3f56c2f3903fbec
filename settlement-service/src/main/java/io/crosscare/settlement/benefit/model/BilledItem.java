package io.crosscare.settlement.benefit.model;

/** A line of a bill, as people look it up: by its number and the item on it. */
public record BilledItem(int lineNumber, String itemCode) {

    static BilledItem of(FeeLine line) {
        return new BilledItem(line.lineNumber(), line.itemCode());
    }
}
