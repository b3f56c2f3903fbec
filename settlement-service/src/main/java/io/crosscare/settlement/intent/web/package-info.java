/** The doors to a person's chain. */
@NullMarked
package io.crosscare.settlement.account.web;

import org.jspecify.annotations.NullMarked;
