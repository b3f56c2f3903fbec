/**
 * Faults that stopped a settlement or a preview: a neighbour that was silent, an outcome that could not be given. Told to the
 * correction desk, as refusals are, so that nobody at a window is forgotten.
 */
@NullMarked
package io.crosscare.settlement.interruption;

import org.jspecify.annotations.NullMarked;
