/** The doors of the registry. Whoever is authenticated may read; nothing here is personal data. */
@NullMarked
package io.crosscare.registry.web;

import org.jspecify.annotations.NullMarked;
