/**
 * The calculation of one bill: which part the funds bear and which the person, as a pure function of the bill, the insured
 * region's policy, the catalogue that applies and what the person's benefit year already holds (domain.md §4.1).
 *
 * <p>{@link io.crosscare.settlement.benefit.model.BenefitCalculation#split} is the way in. The counters each service reads and
 * moves are listed at {@link io.crosscare.settlement.benefit.model.Counter}.
 */
@NullMarked
package io.crosscare.settlement.benefit.model;

import org.jspecify.annotations.NullMarked;
