/** Follows every person's settlement chain, entry by entry, so that a case learns of the settlement that ends it. */
@NullMarked
package io.crosscare.correction.chain;

import org.jspecify.annotations.NullMarked;
