/** Tests: filings of an employer's people. */
@NullMarked
package io.crosscare.filing.employer;

import org.jspecify.annotations.NullMarked;
