/** Tests of the supervisor and the commands. */
@NullMarked
package io.crosscare.local.suite;

import org.jspecify.annotations.NullMarked;
