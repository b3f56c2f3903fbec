/** Tests: Regions by code. */
@NullMarked
package io.crosscare.chassis.region;

import org.jspecify.annotations.NullMarked;
