/** Protocols with one flaw each, planted around the ports or in the store, to prove that the checks see it. */
@NullMarked
package io.crosscare.simulator.mutant;

import org.jspecify.annotations.NullMarked;
