/** Tests: insured persons. */
@NullMarked
package io.crosscare.filing.insured.model;

import org.jspecify.annotations.NullMarked;
