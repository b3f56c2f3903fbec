/** The rules of eligibility as a pure function over facts, and the reasons it refuses for, in order of precedence. */
@NullMarked
package io.crosscare.settlement.eligibility.model;

import org.jspecify.annotations.NullMarked;
