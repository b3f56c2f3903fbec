/** Faults on the wire: RFC 9457 problems with blame, and the checks that turn a request into a command or say what is wrong. */
@NullMarked
package io.crosscare.chassis.problem;

import org.jspecify.annotations.NullMarked;
