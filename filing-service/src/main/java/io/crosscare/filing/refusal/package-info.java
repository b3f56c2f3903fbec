/** Refusals of this service's doors: expected answers that say what is wrong, who helps and what to do next. */
@NullMarked
package io.crosscare.filing.refusal;

import org.jspecify.annotations.NullMarked;
