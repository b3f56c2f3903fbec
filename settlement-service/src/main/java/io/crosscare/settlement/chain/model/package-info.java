/**
 * One append-only chain of entries per insured person, in recording order: what an entry is, where it stands, and the bytes its
 * hash is taken over (design.md §3.2).
 */
@NullMarked
package io.crosscare.settlement.chain.model;

import org.jspecify.annotations.NullMarked;
