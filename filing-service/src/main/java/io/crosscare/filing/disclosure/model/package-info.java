/** One read of unmasked personal data; pure. */
@NullMarked
package io.crosscare.filing.disclosure.model;

import org.jspecify.annotations.NullMarked;
