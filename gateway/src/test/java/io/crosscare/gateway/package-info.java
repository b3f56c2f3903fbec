/** The gateway as a whole: its properties and its architecture. */
@NullMarked
package io.crosscare.gateway;

import org.jspecify.annotations.NullMarked;
