/** Identifiers that may be logged and published, and the one source of randomness for them. */
@NullMarked
package io.crosscare.chassis.id;

import org.jspecify.annotations.NullMarked;
