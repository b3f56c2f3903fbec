/** The hospital registry: regions, agencies, institutions, what they are open for, and which regions are connected. */
@NullMarked
package io.crosscare.registry;

import org.jspecify.annotations.NullMarked;
