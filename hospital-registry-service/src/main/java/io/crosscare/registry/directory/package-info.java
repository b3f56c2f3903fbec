/** What can be asked of the registry, the registers it is kept in, and the form in which it is told to others. */
@NullMarked
package io.crosscare.registry.directory;

import org.jspecify.annotations.NullMarked;
