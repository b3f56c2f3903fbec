/** The read models in MongoDB. */
@NullMarked
package io.crosscare.settlement.eligibility.mongo;

import org.jspecify.annotations.NullMarked;
