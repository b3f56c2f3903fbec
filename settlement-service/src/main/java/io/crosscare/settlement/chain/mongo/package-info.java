/** The chain in MongoDB: one flat document per entry, written once. */
@NullMarked
package io.crosscare.settlement.chain.mongo;

import org.jspecify.annotations.NullMarked;
