/**
 * What the insured regions' core systems pay themselves: their feed of externals, how far it has come, and what a silent feed
 * means for a settlement.
 */
@NullMarked
package io.crosscare.settlement.external;

import org.jspecify.annotations.NullMarked;
