/** The data directory of one suite: how it is recognised, guarded and removed, and the keys that are made for it. */
@NullMarked
package io.crosscare.local.data;

import org.jspecify.annotations.NullMarked;
