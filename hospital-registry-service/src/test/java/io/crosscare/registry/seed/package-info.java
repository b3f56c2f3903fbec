/** Tests: the shipped tables say what the documents say, and nothing unknown is loaded. */
@NullMarked
package io.crosscare.registry.seed;

import org.jspecify.annotations.NullMarked;
