/** How names are read. */
@NullMarked
package io.crosscare.registry.pinyin;

import org.jspecify.annotations.NullMarked;
