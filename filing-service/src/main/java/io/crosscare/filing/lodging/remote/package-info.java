/** Asks settlement-service what was settled under a filing. */
@NullMarked
package io.crosscare.filing.lodging.remote;

import org.jspecify.annotations.NullMarked;
