/** Plays worked cases in the golden format through the gateway of a running suite: a line per case, each difference named. */
@NullMarked
package io.crosscare.acceptance.cases;

import org.jspecify.annotations.NullMarked;
