/** Money in integer fen and ratios in basis points: the only arithmetic of amounts in the suite. */
@NullMarked
package io.crosscare.chassis.money;

import org.jspecify.annotations.NullMarked;
