/** Calls to neighbouring services: blocking Feign kept off the event loop, behind a breaker and a deadline. */
@NullMarked
package io.crosscare.chassis.remote;

import org.jspecify.annotations.NullMarked;
