/** The doors for the insured regions' core systems. */
@NullMarked
package io.crosscare.settlement.external.web;

import org.jspecify.annotations.NullMarked;
