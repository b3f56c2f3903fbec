/** The doors to a person's chain. */
@NullMarked
package io.crosscare.settlement.intent.web;

import org.jspecify.annotations.NullMarked;
