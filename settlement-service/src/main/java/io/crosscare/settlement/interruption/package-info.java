/**
 * Faults that stopped a settlement, a preview or a registration: a neighbour that was silent, an outcome that could not be given.
 * Told to the correction desk, as refusals are, so that nobody at a window is forgotten.
 */
@NullMarked
package io.crosscare.settlement.interruption;

import org.jspecify.annotations.NullMarked;
