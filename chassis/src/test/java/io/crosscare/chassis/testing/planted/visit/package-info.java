/** Violations on purpose: each proves that a rule of architecture fires. */
@NullMarked
package io.crosscare.chassis.testing.planted.visit;

import org.jspecify.annotations.NullMarked;
