/** Judges the suite from outside: the demo, the golden cases and the client they use, all through the gateway. */
@NullMarked
package io.crosscare.acceptance;

import org.jspecify.annotations.NullMarked;
