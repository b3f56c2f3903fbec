/**
 * The settlement protocol under a simulator: the suite's own use cases and adapters on a simulated store, bus, clock and
 * scheduler, all driven by one seed. The same seed is the same run, step by step.
 */
@NullMarked
package io.crosscare.simulator;

import org.jspecify.annotations.NullMarked;
