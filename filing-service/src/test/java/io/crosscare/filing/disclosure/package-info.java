/** Tests: unmasked reads and their trail. */
@NullMarked
package io.crosscare.filing.disclosure;

import org.jspecify.annotations.NullMarked;
