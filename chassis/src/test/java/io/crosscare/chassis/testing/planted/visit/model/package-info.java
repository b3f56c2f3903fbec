/** A model that breaks rule 1. */
@NullMarked
package io.crosscare.chassis.testing.planted.visit.model;

import org.jspecify.annotations.NullMarked;
