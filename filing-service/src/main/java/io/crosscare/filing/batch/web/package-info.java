/** Doors that take files of many rows and tell what became of each. */
@NullMarked
package io.crosscare.filing.batch.web;

import org.jspecify.annotations.NullMarked;
