/** Catalogues and their imports in MongoDB: a document per version, its text in pieces beside it. */
@NullMarked
package io.crosscare.settlement.catalogue.mongo;

import org.jspecify.annotations.NullMarked;
