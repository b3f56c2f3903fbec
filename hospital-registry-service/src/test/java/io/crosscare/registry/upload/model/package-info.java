/** The life of an upload. */
@NullMarked
package io.crosscare.registry.upload.model;

import org.jspecify.annotations.NullMarked;
