/** Working days, office hours and terms; no clock and no file in here. */
@NullMarked
package io.crosscare.correction.deadline.model;

import org.jspecify.annotations.NullMarked;
