/** Tests of the program that plays worked cases. */
@NullMarked
package io.crosscare.acceptance.cases;

import org.jspecify.annotations.NullMarked;
