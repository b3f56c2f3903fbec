/** Tests. */
@NullMarked
package io.crosscare.correction.chain;

import org.jspecify.annotations.NullMarked;
