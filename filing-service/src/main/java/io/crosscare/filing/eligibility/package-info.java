/** The one question settlement asks: is this person filed for this care region on this day? */
@NullMarked
package io.crosscare.filing.eligibility;

import org.jspecify.annotations.NullMarked;
