/** The door of the filing check. */
@NullMarked
package io.crosscare.filing.eligibility.web;

import org.jspecify.annotations.NullMarked;
