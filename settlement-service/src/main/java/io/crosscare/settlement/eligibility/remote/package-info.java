/** Asks the owners over REST, each behind a breaker and a deadline. */
@NullMarked
package io.crosscare.settlement.eligibility.remote;

import org.jspecify.annotations.NullMarked;
