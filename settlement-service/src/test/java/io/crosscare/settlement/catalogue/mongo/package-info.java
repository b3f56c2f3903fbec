/** Tests of catalogues in MongoDB. */
@NullMarked
package io.crosscare.settlement.catalogue.mongo;

import org.jspecify.annotations.NullMarked;
