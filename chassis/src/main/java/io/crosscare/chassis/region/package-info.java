/** Regions by their codes. */
@NullMarked
package io.crosscare.chassis.region;

import org.jspecify.annotations.NullMarked;
