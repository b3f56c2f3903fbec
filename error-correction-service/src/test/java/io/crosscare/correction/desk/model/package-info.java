/** Tests. */
@NullMarked
package io.crosscare.correction.desk.model;

import org.jspecify.annotations.NullMarked;
