/** The kept agencies in the document store. */
@NullMarked
package io.crosscare.correction.agency.mongo;

import org.jspecify.annotations.NullMarked;
