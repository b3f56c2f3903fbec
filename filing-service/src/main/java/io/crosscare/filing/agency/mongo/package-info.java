/** The kept agencies in the document store. */
@NullMarked
package io.crosscare.filing.agency.mongo;

import org.jspecify.annotations.NullMarked;
