/** Tests of the broker. */
@NullMarked
package io.crosscare.local.broker;

import org.jspecify.annotations.NullMarked;
