/** Papers of cases in the document store, with what is of a person encrypted. */
@NullMarked
package io.crosscare.correction.report.mongo;

import org.jspecify.annotations.NullMarked;
