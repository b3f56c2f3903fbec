/** Every door of the suite in one table, and how a request finds its own. */
@NullMarked
package io.crosscare.gateway.routes;

import org.jspecify.annotations.NullMarked;
