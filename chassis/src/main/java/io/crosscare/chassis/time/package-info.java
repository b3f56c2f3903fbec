/** Time comes in as a value or from a {@link java.time.Clock}; this package holds the one zone and the one real clock. */
@NullMarked
package io.crosscare.chassis.time;

import org.jspecify.annotations.NullMarked;
