/** Tests. */
@NullMarked
package io.crosscare.correction.report;

import org.jspecify.annotations.NullMarked;
