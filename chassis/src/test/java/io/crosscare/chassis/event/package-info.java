/** Tests: facts from store to store. */
@NullMarked
package io.crosscare.chassis.event;

import org.jspecify.annotations.NullMarked;
