/** Tests: the whole service through its doors. */
@NullMarked
package io.crosscare.settlement;

import org.jspecify.annotations.NullMarked;
