/** An invoice and who has it. */
@NullMarked
package io.crosscare.settlement.invoice.model;

import org.jspecify.annotations.NullMarked;
