/** Tests of the data directory and its keys. */
@NullMarked
package io.crosscare.local.data;

import org.jspecify.annotations.NullMarked;
