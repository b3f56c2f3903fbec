/** The door of open stays, for other services. */
@NullMarked
package io.crosscare.settlement.visit.web;

import org.jspecify.annotations.NullMarked;
