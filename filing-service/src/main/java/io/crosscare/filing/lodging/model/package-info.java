/** Filings (备案), the rules of a region for lodging one, and what a lodging comes to; pure. */
@NullMarked
package io.crosscare.filing.lodging.model;

import org.jspecify.annotations.NullMarked;
