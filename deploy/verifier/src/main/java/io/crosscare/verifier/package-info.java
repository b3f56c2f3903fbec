/** Holds exported chains against themselves: what was altered, removed or reordered since they were written out. */
@NullMarked
package io.crosscare.verifier;

import org.jspecify.annotations.NullMarked;
