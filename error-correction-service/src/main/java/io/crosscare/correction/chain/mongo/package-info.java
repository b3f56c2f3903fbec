/** How far each chain was followed, in the document store. */
@NullMarked
package io.crosscare.correction.chain.mongo;

import org.jspecify.annotations.NullMarked;
