/** What the upper platform has to be told, and how far that has come: one state for each institution and each filing. */
@NullMarked
package io.crosscare.registry.upload;

import org.jspecify.annotations.NullMarked;
