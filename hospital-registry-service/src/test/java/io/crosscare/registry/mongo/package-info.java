/** Tests: registers on the real store. */
@NullMarked
package io.crosscare.registry.mongo;

import org.jspecify.annotations.NullMarked;
