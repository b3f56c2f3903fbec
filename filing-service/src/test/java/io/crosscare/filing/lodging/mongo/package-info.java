/** Tests: filings in the document store. */
@NullMarked
package io.crosscare.filing.lodging.mongo;

import org.jspecify.annotations.NullMarked;
