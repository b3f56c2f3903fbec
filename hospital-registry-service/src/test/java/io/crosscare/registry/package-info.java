/** Tests: the registry as a whole. */
@NullMarked
package io.crosscare.registry;

import org.jspecify.annotations.NullMarked;
