/** Tests: insured persons in the document store. */
@NullMarked
package io.crosscare.filing.insured.mongo;

import org.jspecify.annotations.NullMarked;
