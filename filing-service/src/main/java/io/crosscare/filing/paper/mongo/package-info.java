/** Papers in the document store, sealed. */
@NullMarked
package io.crosscare.filing.paper.mongo;

import org.jspecify.annotations.NullMarked;
