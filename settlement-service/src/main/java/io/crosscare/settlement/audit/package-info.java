/**
 * The auditor: one class per invariant of design.md §4, over the whole store in bounded memory. Reads what is stored, sound or
 * damaged, and changes nothing but its own reports.
 */
@NullMarked
package io.crosscare.settlement.audit;

import org.jspecify.annotations.NullMarked;
