/** Interruptions as they are stored. */
@NullMarked
package io.crosscare.settlement.interruption.mongo;

import org.jspecify.annotations.NullMarked;
