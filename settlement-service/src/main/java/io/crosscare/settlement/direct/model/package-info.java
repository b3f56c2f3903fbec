/** The bill as it is frozen for a settlement. */
@NullMarked
package io.crosscare.settlement.direct.model;

import org.jspecify.annotations.NullMarked;
