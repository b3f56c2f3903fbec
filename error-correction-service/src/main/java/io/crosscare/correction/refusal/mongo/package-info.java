/** Refusals in the store. */
@NullMarked
package io.crosscare.correction.refusal.mongo;

import org.jspecify.annotations.NullMarked;
