/** The doors of a filing's papers. */
@NullMarked
package io.crosscare.filing.paper.web;

import org.jspecify.annotations.NullMarked;
