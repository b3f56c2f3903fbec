/** The house rules of text and form that no compiler knows, held over the whole repository. */
@NullMarked
package io.crosscare.chassis.testing.tidy;

import org.jspecify.annotations.NullMarked;
