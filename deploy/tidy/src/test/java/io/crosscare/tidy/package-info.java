/** The house rules of text and form that no compiler knows, held over the whole repository. */
@NullMarked
package io.crosscare.tidy;

import org.jspecify.annotations.NullMarked;
