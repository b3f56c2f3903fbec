/** A refusal, as far as this service reads it. */
@NullMarked
package io.crosscare.correction.refusal.model;

import org.jspecify.annotations.NullMarked;
