/** Tests: a neighbour that answers, refuses, is slow, is ill, is gone. */
@NullMarked
package io.crosscare.chassis.remote;

import org.jspecify.annotations.NullMarked;
