/** Measures what durable inserts cost in the document store, beside the store it could have been. */
@NullMarked
package io.crosscare.benchmark.store;

import org.jspecify.annotations.NullMarked;
