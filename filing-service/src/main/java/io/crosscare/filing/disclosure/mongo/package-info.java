/** The trail of reads in the document store: only ever added to. */
@NullMarked
package io.crosscare.filing.disclosure.mongo;

import org.jspecify.annotations.NullMarked;
