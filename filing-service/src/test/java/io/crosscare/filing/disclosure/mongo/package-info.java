/** Tests: the trail in the document store. */
@NullMarked
package io.crosscare.filing.disclosure.mongo;

import org.jspecify.annotations.NullMarked;
