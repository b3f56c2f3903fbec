/** The table and how paths are read. */
@NullMarked
package io.crosscare.gateway.routes;

import org.jspecify.annotations.NullMarked;
