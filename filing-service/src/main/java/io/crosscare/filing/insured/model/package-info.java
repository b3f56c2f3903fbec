/** The insured person as its region keeps it, and how a credential shown at a window is compared with it; pure. */
@NullMarked
package io.crosscare.filing.insured.model;

import org.jspecify.annotations.NullMarked;
