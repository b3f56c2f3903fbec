/** Tests: Money to the fen. */
@NullMarked
package io.crosscare.chassis.money;

import org.jspecify.annotations.NullMarked;
