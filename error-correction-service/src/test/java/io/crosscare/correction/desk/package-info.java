/** Tests. */
@NullMarked
package io.crosscare.correction.desk;

import org.jspecify.annotations.NullMarked;
