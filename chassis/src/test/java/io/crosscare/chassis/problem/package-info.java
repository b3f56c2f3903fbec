/** Tests: Requests into commands. */
@NullMarked
package io.crosscare.chassis.problem;

import org.jspecify.annotations.NullMarked;
