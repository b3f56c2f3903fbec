/** The simulated store keeps what it has acknowledged, and nothing else for certain. */
@NullMarked
package io.crosscare.simulator.store;

import org.jspecify.annotations.NullMarked;
