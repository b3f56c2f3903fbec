/** What an insured region writes into a person's chain beside settlements: openings and credits to the personal account. */
@NullMarked
package io.crosscare.settlement.account;

import org.jspecify.annotations.NullMarked;
