/** Proposals in MongoDB: one document per content hash. */
@NullMarked
package io.crosscare.settlement.policy.mongo;

import org.jspecify.annotations.NullMarked;
