/** Tells the suite of insured persons, without personal data. */
@NullMarked
package io.crosscare.filing.insured.kafka;

import org.jspecify.annotations.NullMarked;
