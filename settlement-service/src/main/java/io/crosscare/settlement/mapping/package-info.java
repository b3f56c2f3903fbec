/** What institutions call the items of the catalogues: their local codes, and which of them lead nowhere. */
@NullMarked
package io.crosscare.settlement.mapping;

import org.jspecify.annotations.NullMarked;
