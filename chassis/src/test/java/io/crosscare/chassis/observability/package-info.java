/** Tests of what is known about a request. */
@NullMarked
package io.crosscare.chassis.observability;

import org.jspecify.annotations.NullMarked;
