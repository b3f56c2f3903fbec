/** The doors of the desk. */
@NullMarked
package io.crosscare.correction.desk.web;

import org.jspecify.annotations.NullMarked;
