/** Refusals as they arrive. */
@NullMarked
package io.crosscare.correction.refusal.kafka;

import org.jspecify.annotations.NullMarked;
