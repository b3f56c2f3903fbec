/** Insured persons in the document store: personal data encrypted, found by blind index. */
@NullMarked
package io.crosscare.filing.insured.mongo;

import org.jspecify.annotations.NullMarked;
