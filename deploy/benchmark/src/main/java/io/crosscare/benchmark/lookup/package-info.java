/** Measures questions that change nothing: whether somebody is filed, and which institutions there are. */
@NullMarked
package io.crosscare.benchmark.lookup;

import org.jspecify.annotations.NullMarked;
