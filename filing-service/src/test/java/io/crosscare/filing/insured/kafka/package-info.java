/** Tests: the event of an insured person. */
@NullMarked
package io.crosscare.filing.insured.kafka;

import org.jspecify.annotations.NullMarked;
