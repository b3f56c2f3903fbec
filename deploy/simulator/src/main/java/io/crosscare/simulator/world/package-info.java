/** What everything simulated stands on: virtual time, one source of randomness, lives that end at a crash, and faults. */
@NullMarked
package io.crosscare.simulator.world;

import org.jspecify.annotations.NullMarked;
