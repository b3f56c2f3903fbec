/** Tests: Callers and internal tokens. */
@NullMarked
package io.crosscare.chassis.security;

import org.jspecify.annotations.NullMarked;
