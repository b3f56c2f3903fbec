/** Who calls from outside: bearer tokens in, short-lived internal tokens out. */
@NullMarked
package io.crosscare.gateway.identity;

import org.jspecify.annotations.NullMarked;
