/** Every corruption that is planted in a file is named. */
@NullMarked
package io.crosscare.verifier;

import org.jspecify.annotations.NullMarked;
