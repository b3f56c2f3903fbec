/** Correction cases: what the window refused, what is known about it, and that it was settled in the end. */
@NullMarked
package io.crosscare.correction.desk;

import org.jspecify.annotations.NullMarked;
