/** Requests in an open or a closed loop, and whom they are about: what all programs that put load on a suite share. */
@NullMarked
package io.crosscare.benchmark.load;

import org.jspecify.annotations.NullMarked;
