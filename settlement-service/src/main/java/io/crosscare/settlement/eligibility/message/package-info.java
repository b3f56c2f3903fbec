/** The owners' records as they travel, in events and in answers alike; unknown fields are passed over. */
@NullMarked
package io.crosscare.settlement.eligibility.message;

import org.jspecify.annotations.NullMarked;
