/** The document store through the real driver, through crashes and through damage. */
@NullMarked
package io.crosscare.local.store;

import org.jspecify.annotations.NullMarked;
