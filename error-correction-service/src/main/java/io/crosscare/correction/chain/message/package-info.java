/** An entry as its owner tells it, in events and in answers alike. */
@NullMarked
package io.crosscare.correction.chain.message;

import org.jspecify.annotations.NullMarked;
