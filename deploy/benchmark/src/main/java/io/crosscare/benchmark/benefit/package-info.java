/** How many bills a core splits in a second, with and without the explanation in words, and beside the rule engine Drools. */
@NullMarked
package io.crosscare.benchmark.benefit;

import org.jspecify.annotations.NullMarked;
