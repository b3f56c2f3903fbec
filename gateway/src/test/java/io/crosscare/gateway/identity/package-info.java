/** Tokens, good and bad, without a server. */
@NullMarked
package io.crosscare.gateway.identity;

import org.jspecify.annotations.NullMarked;
