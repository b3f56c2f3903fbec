/** Shows the terms and where they come from. */
@NullMarked
package io.crosscare.correction.deadline.web;

import org.jspecify.annotations.NullMarked;
