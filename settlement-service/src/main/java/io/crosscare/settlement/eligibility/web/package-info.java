/** What operators see and ask of the read models. */
@NullMarked
package io.crosscare.settlement.eligibility.web;

import org.jspecify.annotations.NullMarked;
