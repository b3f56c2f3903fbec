/**
 * Whether a person may be settled directly at an institution on a day: decided from copies of the owners' records, and never
 * refused from a copy alone (design.md §2).
 */
@NullMarked
package io.crosscare.settlement.eligibility;

import org.jspecify.annotations.NullMarked;
