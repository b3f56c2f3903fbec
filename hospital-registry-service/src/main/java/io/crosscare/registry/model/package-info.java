/** What the registry knows, as pure records: regions, agencies, institutions, connections, and the two questions asked of them. */
@NullMarked
package io.crosscare.registry.model;

import org.jspecify.annotations.NullMarked;
