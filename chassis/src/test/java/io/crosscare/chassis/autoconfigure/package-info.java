/** What every process is made of, started alone. */
@NullMarked
package io.crosscare.chassis.autoconfigure;

import org.jspecify.annotations.NullMarked;
