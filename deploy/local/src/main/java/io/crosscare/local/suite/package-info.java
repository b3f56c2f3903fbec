/** The suite on one machine: starts stores and services as processes, watches over them, says what runs, stops them. */
@NullMarked
package io.crosscare.local.suite;

import org.jspecify.annotations.NullMarked;
