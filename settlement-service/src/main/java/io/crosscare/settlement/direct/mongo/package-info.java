/** Frozen bills and refusals in MongoDB. */
@NullMarked
package io.crosscare.settlement.direct.mongo;

import org.jspecify.annotations.NullMarked;
