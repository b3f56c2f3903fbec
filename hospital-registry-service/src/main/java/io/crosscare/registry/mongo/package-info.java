/** The registers in the document store. A record's own document says whether its present version is still to be published. */
@NullMarked
package io.crosscare.registry.mongo;

import org.jspecify.annotations.NullMarked;
