/** Chains written out for an auditor, and held against themselves where no suite runs. */
@NullMarked
package io.crosscare.settlement.export;

import org.jspecify.annotations.NullMarked;
