/** The error-correction desk: what was refused at a window is kept here until somebody has mended its cause. */
@NullMarked
package io.crosscare.correction;

import org.jspecify.annotations.NullMarked;
