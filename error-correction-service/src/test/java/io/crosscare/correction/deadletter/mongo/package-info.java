/** Tests. */
@NullMarked
package io.crosscare.correction.deadletter.mongo;

import org.jspecify.annotations.NullMarked;
