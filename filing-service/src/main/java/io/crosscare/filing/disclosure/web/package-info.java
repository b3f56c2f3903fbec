/** Doors to unmasked personal data and to the trail of who read it. */
@NullMarked
package io.crosscare.filing.disclosure.web;

import org.jspecify.annotations.NullMarked;
