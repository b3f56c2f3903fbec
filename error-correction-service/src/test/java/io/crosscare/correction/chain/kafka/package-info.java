/** Tests. */
@NullMarked
package io.crosscare.correction.chain.kafka;

import org.jspecify.annotations.NullMarked;
