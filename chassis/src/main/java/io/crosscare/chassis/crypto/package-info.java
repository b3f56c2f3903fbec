/** Personal data at rest: encrypted fields, keyed blind indexes to find them by, masks to show them with. */
@NullMarked
package io.crosscare.chassis.crypto;

import org.jspecify.annotations.NullMarked;
