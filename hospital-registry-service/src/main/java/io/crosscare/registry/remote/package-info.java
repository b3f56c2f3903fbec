/** The upper platform over HTTP. */
@NullMarked
package io.crosscare.registry.remote;

import org.jspecify.annotations.NullMarked;
