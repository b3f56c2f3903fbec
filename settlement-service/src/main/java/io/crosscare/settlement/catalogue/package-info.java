/** Catalogues of covered items as data: read strictly, published immutably under their content hash, chosen by region and day. */
@NullMarked
package io.crosscare.settlement.catalogue;

import org.jspecify.annotations.NullMarked;
