/** Doors to filings. */
@NullMarked
package io.crosscare.filing.lodging.web;

import org.jspecify.annotations.NullMarked;
