/** Tests of sequences of changes. */
@NullMarked
package io.crosscare.chassis.feed;

import org.jspecify.annotations.NullMarked;
