/** Tests: lodging. */
@NullMarked
package io.crosscare.filing.lodging;

import org.jspecify.annotations.NullMarked;
