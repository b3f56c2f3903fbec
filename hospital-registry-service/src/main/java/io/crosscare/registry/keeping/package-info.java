/** What the keepers of the registry do: bring in institutions, suspend them, announce outages. */
@NullMarked
package io.crosscare.registry.keeping;

import org.jspecify.annotations.NullMarked;
