/** Sequences of changes for readers that keep a copy. */
@NullMarked
package io.crosscare.chassis.feed;

import org.jspecify.annotations.NullMarked;
