/** Tests. */
@NullMarked
package io.crosscare.correction.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
