/** Tests: the service as a whole. */
@NullMarked
package io.crosscare.filing;

import org.jspecify.annotations.NullMarked;
