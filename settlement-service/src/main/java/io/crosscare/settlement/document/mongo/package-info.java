/** Published documents in MongoDB: one document per content hash. */
@NullMarked
package io.crosscare.settlement.document.mongo;

import org.jspecify.annotations.NullMarked;
