/** Measures settlements and whole flows on a running suite, and says whether what was measured was right as well as fast. */
@NullMarked
package io.crosscare.benchmark.settle;

import org.jspecify.annotations.NullMarked;
