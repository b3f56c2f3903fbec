/**
 * What a split looks like to people: an explanation in which every amount has its formula, figures and sources, and the
 * one-page settlement sheet. The arithmetic itself is in {@code model}; nothing here computes an amount anew.
 */
@NullMarked
package io.crosscare.settlement.benefit;

import org.jspecify.annotations.NullMarked;
