/** The invoice register in MongoDB. */
@NullMarked
package io.crosscare.settlement.invoice.mongo;

import org.jspecify.annotations.NullMarked;
