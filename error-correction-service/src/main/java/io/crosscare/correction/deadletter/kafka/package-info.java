/** Dead letters come in here, and go back to their topics. */
@NullMarked
package io.crosscare.correction.deadletter.kafka;

import org.jspecify.annotations.NullMarked;
