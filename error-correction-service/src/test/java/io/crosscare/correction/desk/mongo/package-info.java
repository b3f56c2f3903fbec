/** Tests. */
@NullMarked
package io.crosscare.correction.desk.mongo;

import org.jspecify.annotations.NullMarked;
