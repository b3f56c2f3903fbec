/** Tests: the shipped rules. */
@NullMarked
package io.crosscare.filing.lodging.pack;

import org.jspecify.annotations.NullMarked;
