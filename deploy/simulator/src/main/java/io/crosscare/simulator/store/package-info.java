/** A document store of two layers, what it has taken and what it has synced, behind the driver's own interfaces. */
@NullMarked
package io.crosscare.simulator.store;

import org.jspecify.annotations.NullMarked;
