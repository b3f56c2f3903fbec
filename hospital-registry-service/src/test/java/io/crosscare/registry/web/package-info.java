/** Tests: the doors' words and parameters. */
@NullMarked
package io.crosscare.registry.web;

import org.jspecify.annotations.NullMarked;
