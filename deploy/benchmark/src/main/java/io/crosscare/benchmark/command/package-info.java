/** How the programs begin and end. */
@NullMarked
package io.crosscare.benchmark.command;

import org.jspecify.annotations.NullMarked;
