/** The suite under load: what runs, where it is reached, and what its processes cost. */
@NullMarked
package io.crosscare.benchmark.suite;

import org.jspecify.annotations.NullMarked;
