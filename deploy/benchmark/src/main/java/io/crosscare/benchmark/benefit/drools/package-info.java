/** One rule set of the benefit, outpatient care of Nanjing's employees until 2022 (门统), for the rule engine Drools. */
@NullMarked
package io.crosscare.benchmark.benefit.drools;

import org.jspecify.annotations.NullMarked;
