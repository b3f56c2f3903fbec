/** The protocol holds for thousands of seeds, and each flaw planted in it is seen. */
@NullMarked
package io.crosscare.simulator;

import org.jspecify.annotations.NullMarked;
