/** Visits: what a hospital registers, uploads and settles, and the marker of a settlement in flight. */
@NullMarked
package io.crosscare.settlement.visit;

import org.jspecify.annotations.NullMarked;
