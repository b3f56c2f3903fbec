/** A correction case: its states, what it is made of, and what is told of it. Pure. */
@NullMarked
package io.crosscare.correction.desk.model;

import org.jspecify.annotations.NullMarked;
