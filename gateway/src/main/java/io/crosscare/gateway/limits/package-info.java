/** How much of the suite one caller, and all of them together, may use. */
@NullMarked
package io.crosscare.gateway.limits;

import org.jspecify.annotations.NullMarked;
