/** The processes of the suite as they are wired in production, on simulated ports, and the hospitals that use them. */
@NullMarked
package io.crosscare.simulator.suite;

import org.jspecify.annotations.NullMarked;
