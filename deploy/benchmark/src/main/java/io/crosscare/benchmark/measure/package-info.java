/** The arithmetic of a measurement: when requests are due, how long they took, what they cost. Reads no clock and no network. */
@NullMarked
package io.crosscare.benchmark.measure;

import org.jspecify.annotations.NullMarked;
