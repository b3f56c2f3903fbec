/** The web edge every service shares: strict JSON in, problems out. */
@NullMarked
package io.crosscare.chassis.web;

import org.jspecify.annotations.NullMarked;
