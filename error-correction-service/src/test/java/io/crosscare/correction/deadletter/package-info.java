/** Tests. */
@NullMarked
package io.crosscare.correction.deadletter;

import org.jspecify.annotations.NullMarked;
