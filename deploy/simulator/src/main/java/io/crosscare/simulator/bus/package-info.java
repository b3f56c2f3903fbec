/** A broker with one topic: at least once, doubled and out of order. */
@NullMarked
package io.crosscare.simulator.bus;

import org.jspecify.annotations.NullMarked;
