/** Tests. */
@NullMarked
package io.crosscare.correction.report.mongo;

import org.jspecify.annotations.NullMarked;
