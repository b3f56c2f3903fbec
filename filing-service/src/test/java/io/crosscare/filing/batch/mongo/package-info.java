/** Tests: batches in the document store. */
@NullMarked
package io.crosscare.filing.batch.mongo;

import org.jspecify.annotations.NullMarked;
