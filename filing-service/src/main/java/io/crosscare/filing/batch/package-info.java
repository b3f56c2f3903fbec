/** Files of many rows: received as they come, worked on row by row, never done twice, told of while they run. */
@NullMarked
package io.crosscare.filing.batch;

import org.jspecify.annotations.NullMarked;
