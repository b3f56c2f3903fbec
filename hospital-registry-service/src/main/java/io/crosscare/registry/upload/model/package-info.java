/** The life of one upload. */
@NullMarked
package io.crosscare.registry.upload.model;

import org.jspecify.annotations.NullMarked;
