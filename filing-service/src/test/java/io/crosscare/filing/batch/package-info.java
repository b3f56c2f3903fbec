/** Tests: files of many rows. */
@NullMarked
package io.crosscare.filing.batch;

import org.jspecify.annotations.NullMarked;
