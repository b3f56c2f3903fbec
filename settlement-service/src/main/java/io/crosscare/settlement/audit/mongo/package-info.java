/** Audits in MongoDB, and the records they look at as raw documents. */
@NullMarked
package io.crosscare.settlement.audit.mongo;

import org.jspecify.annotations.NullMarked;
