/** Tests. */
@NullMarked
package io.crosscare.correction.chain.mongo;

import org.jspecify.annotations.NullMarked;
