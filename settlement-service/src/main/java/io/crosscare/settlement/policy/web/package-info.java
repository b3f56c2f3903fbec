/** The doors at which policies are read. */
@NullMarked
package io.crosscare.settlement.policy.web;

import org.jspecify.annotations.NullMarked;
