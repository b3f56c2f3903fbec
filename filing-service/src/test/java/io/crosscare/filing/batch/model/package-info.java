/** Tests: batches and the text of their rows. */
@NullMarked
package io.crosscare.filing.batch.model;

import org.jspecify.annotations.NullMarked;
