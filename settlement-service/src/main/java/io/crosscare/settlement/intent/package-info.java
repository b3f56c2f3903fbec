/**
 * Entries that no bill makes: openings and credits of an insured region, cancellations and reversals of a hospital. Each is
 * written down as an intent first, so that it is carried out once, whatever stops meanwhile.
 */
@NullMarked
package io.crosscare.settlement.intent;

import org.jspecify.annotations.NullMarked;
