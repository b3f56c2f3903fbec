/** Asks other services what they have made of the events. */
@NullMarked
package io.crosscare.settlement.audit.remote;

import org.jspecify.annotations.NullMarked;
