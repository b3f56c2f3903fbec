/** A batch, its rows and their results, and the text they come in; pure. */
@NullMarked
package io.crosscare.filing.batch.model;

import org.jspecify.annotations.NullMarked;
