/** Tests. */
@NullMarked
package io.crosscare.correction.desk.kafka;

import org.jspecify.annotations.NullMarked;
