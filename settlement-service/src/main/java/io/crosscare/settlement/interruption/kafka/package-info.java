/** Interruptions as they travel. */
@NullMarked
package io.crosscare.settlement.interruption.kafka;

import org.jspecify.annotations.NullMarked;
