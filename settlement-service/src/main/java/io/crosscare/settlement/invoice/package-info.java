/** The invoice register: one invoice of an institution is paid by one settlement, whatever the door or the visit. */
@NullMarked
package io.crosscare.settlement.invoice;

import org.jspecify.annotations.NullMarked;
