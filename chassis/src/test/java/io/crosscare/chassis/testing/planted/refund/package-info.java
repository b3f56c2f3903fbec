/** Violations on purpose, see the package above. */
@NullMarked
package io.crosscare.chassis.testing.planted.refund;

import org.jspecify.annotations.NullMarked;
