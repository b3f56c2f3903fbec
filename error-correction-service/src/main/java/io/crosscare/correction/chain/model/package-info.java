/** An entry of a chain and its end, as far as this service reads them. */
@NullMarked
package io.crosscare.correction.chain.model;

import org.jspecify.annotations.NullMarked;
