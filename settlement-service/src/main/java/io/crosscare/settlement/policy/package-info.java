/**
 * Benefit policies as data: packs are read strictly, published immutably under their content hash, and chosen by region, plan,
 * person type and day.
 */
@NullMarked
package io.crosscare.settlement.policy;

import org.jspecify.annotations.NullMarked;
