/** HTTP as cheaply as a load generator needs it: one blocking connection per request in flight, for virtual threads. */
@NullMarked
package io.crosscare.benchmark.http;

import org.jspecify.annotations.NullMarked;
