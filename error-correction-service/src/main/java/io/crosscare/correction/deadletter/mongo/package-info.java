/** Dead letters in the document store, their content encrypted. */
@NullMarked
package io.crosscare.correction.deadletter.mongo;

import org.jspecify.annotations.NullMarked;
