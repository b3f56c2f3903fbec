/** Tests. */
@NullMarked
package io.crosscare.correction.desk.web;

import org.jspecify.annotations.NullMarked;
