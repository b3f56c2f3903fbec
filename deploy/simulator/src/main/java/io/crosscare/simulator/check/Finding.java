package io.crosscare.simulator.check;

/**
 * Something that does not hold.
 *
 * @param invariant its id in design.md §4 and beside it: {@code I12} real-time order, {@code I14} nothing unresolved,
 *     {@code I16} the world comes to rest
 */
public record Finding(String invariant, String what) {}
