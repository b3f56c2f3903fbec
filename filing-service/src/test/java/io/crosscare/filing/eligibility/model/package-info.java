/** Tests: the filing check. */
@NullMarked
package io.crosscare.filing.eligibility.model;

import org.jspecify.annotations.NullMarked;
