/** filing-service: insured persons, their filings, and the filing check. This package is the service's wiring. */
@NullMarked
package io.crosscare.filing;

import org.jspecify.annotations.NullMarked;
