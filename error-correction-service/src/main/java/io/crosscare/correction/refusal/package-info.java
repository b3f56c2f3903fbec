/** Refusals of settlements, as the settlement service published them: the raw material of correction cases. */
@NullMarked
package io.crosscare.correction.refusal;

import org.jspecify.annotations.NullMarked;
