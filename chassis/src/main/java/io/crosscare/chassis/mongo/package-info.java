/** The document store's client and what every adapter needs to use it alike. */
@NullMarked
package io.crosscare.chassis.mongo;

import org.jspecify.annotations.NullMarked;
