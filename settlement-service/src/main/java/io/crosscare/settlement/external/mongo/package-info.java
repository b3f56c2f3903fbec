/** Feeds in MongoDB. */
@NullMarked
package io.crosscare.settlement.external.mongo;

import org.jspecify.annotations.NullMarked;
