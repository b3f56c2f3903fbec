/** What a run is told in: tables for people, files for machines. */
@NullMarked
package io.crosscare.benchmark.report;

import org.jspecify.annotations.NullMarked;
