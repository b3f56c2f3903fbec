/** Tells the suite of filings. */
@NullMarked
package io.crosscare.filing.lodging.kafka;

import org.jspecify.annotations.NullMarked;
