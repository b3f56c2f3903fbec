/** Refusals and filings come in here, changes of cases go out. */
@NullMarked
package io.crosscare.correction.desk.kafka;

import org.jspecify.annotations.NullMarked;
