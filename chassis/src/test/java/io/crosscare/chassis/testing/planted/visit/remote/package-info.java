/** An adapter that breaks rule 5. */
@NullMarked
package io.crosscare.chassis.testing.planted.visit.remote;

import org.jspecify.annotations.NullMarked;
