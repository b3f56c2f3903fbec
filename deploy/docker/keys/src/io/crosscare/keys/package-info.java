/** Makes the keys of a suite in containers, one folder for each process; run from its source, once at each start. */
@NullMarked
package io.crosscare.keys;

import org.jspecify.annotations.NullMarked;
