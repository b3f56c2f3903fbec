/** Local codes in MongoDB: one document per institution. */
@NullMarked
package io.crosscare.settlement.mapping.mongo;

import org.jspecify.annotations.NullMarked;
