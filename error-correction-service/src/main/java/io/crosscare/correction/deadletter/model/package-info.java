/** A dead letter and what is done with it; pure. */
@NullMarked
package io.crosscare.correction.deadletter.model;

import org.jspecify.annotations.NullMarked;
