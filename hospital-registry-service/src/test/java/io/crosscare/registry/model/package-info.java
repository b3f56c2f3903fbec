/** Tests: the registry's two questions, by table. */
@NullMarked
package io.crosscare.registry.model;

import org.jspecify.annotations.NullMarked;
