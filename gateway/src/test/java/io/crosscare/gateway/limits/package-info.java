/** Rates, counted. */
@NullMarked
package io.crosscare.gateway.limits;

import org.jspecify.annotations.NullMarked;
