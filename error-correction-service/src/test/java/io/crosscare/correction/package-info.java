/** Tests of the error-correction service. */
@NullMarked
package io.crosscare.correction;

import org.jspecify.annotations.NullMarked;
