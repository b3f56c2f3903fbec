/** Who is calling: the caller's kinds, the internal token that carries one between processes, and its check at each door. */
@NullMarked
package io.crosscare.chassis.security;

import org.jspecify.annotations.NullMarked;
