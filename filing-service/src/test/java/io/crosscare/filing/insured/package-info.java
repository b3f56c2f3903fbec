/** Tests: registering and looking up. */
@NullMarked
package io.crosscare.filing.insured;

import org.jspecify.annotations.NullMarked;
