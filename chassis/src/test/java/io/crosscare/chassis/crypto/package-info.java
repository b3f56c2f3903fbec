/** Tests: Personal data at rest. */
@NullMarked
package io.crosscare.chassis.crypto;

import org.jspecify.annotations.NullMarked;
