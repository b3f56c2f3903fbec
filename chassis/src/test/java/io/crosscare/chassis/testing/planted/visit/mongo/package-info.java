/** Violations on purpose, see the package above. */
@NullMarked
package io.crosscare.chassis.testing.planted.visit.mongo;

import org.jspecify.annotations.NullMarked;
