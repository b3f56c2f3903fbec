/**
 * The contract of the suite, read from its code: OpenAPI of the doors and AsyncAPI of the topics, as files that are kept and
 * compared. Types come from the records, words and units from their Javadoc, so that neither can say something else.
 */
@NullMarked
package io.crosscare.chassis.testing.contract;

import org.jspecify.annotations.NullMarked;
