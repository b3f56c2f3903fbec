/** Publishes entries and refusals from where they are stored. */
@NullMarked
package io.crosscare.settlement.direct.kafka;

import org.jspecify.annotations.NullMarked;
