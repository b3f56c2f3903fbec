/** The edge of the suite: the one process that is spoken to from outside. */
@NullMarked
package io.crosscare.gateway;

import org.jspecify.annotations.NullMarked;
