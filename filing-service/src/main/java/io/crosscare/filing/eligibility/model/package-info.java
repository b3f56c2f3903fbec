/** What a person's filings say about a place and a day; pure. */
@NullMarked
package io.crosscare.filing.eligibility.model;

import org.jspecify.annotations.NullMarked;
