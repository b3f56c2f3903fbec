/** Tests. */
@NullMarked
package io.crosscare.correction.deadline.model;

import org.jspecify.annotations.NullMarked;
