/** What every module's tests stand on: format, architecture, stores, tokens. */
@NullMarked
package io.crosscare.chassis.testing;

import org.jspecify.annotations.NullMarked;
