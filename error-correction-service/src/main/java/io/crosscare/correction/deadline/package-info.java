/** How long offices have: working days, and the dated terms of art. 57. */
@NullMarked
package io.crosscare.correction.deadline;

import org.jspecify.annotations.NullMarked;
