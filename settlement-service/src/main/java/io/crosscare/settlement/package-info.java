/** The settlement service: direct settlement of care outside the insured region, from the visit to the person's chain. */
@NullMarked
package io.crosscare.settlement;

import org.jspecify.annotations.NullMarked;
