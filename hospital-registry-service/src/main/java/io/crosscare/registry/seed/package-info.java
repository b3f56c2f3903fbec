/** The facts the registry ships with, read from their tables. What is printed there in words becomes typed here, or is refused. */
@NullMarked
package io.crosscare.registry.seed;

import org.jspecify.annotations.NullMarked;
