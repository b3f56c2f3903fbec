/** What policies and catalogues have in common as published documents: canonical text, content hash, and refusal by line. */
@NullMarked
package io.crosscare.settlement.document;

import org.jspecify.annotations.NullMarked;
