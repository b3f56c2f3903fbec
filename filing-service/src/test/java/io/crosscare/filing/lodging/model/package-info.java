/** Tests: filings and rules. */
@NullMarked
package io.crosscare.filing.lodging.model;

import org.jspecify.annotations.NullMarked;
