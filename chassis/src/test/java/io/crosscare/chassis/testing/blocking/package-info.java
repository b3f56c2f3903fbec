/** Finds calls that block a thread which must not be blocked, while tests run. */
@NullMarked
package io.crosscare.chassis.testing.blocking;

import org.jspecify.annotations.NullMarked;
