/** What judges the judges, and the tests that play on a running suite. */
@NullMarked
package io.crosscare.acceptance;

import org.jspecify.annotations.NullMarked;
