/** Feeds the read models from the owners' state topics. */
@NullMarked
package io.crosscare.settlement.eligibility.kafka;

import org.jspecify.annotations.NullMarked;
