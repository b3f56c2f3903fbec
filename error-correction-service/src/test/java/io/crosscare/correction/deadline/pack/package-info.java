/** Tests. */
@NullMarked
package io.crosscare.correction.deadline.pack;

import org.jspecify.annotations.NullMarked;
