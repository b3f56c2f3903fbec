/** What people read when something went wrong: trace ids, masked log lines. */
@NullMarked
package io.crosscare.chassis.observability;

import org.jspecify.annotations.NullMarked;
