/** The doors at which an institution keeps its local codes. */
@NullMarked
package io.crosscare.settlement.mapping.web;

import org.jspecify.annotations.NullMarked;
