/** Insured persons: mirrored from their regions' core systems, found by credential, known to the suite by personId alone. */
@NullMarked
package io.crosscare.filing.insured;

import org.jspecify.annotations.NullMarked;
