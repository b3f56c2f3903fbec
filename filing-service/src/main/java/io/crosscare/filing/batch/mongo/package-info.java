/** Batches and the results of their rows in the document store. */
@NullMarked
package io.crosscare.filing.batch.mongo;

import org.jspecify.annotations.NullMarked;
