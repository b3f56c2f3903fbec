/** What is left after the power is gone. */
@NullMarked
package io.crosscare.local.outage;

import org.jspecify.annotations.NullMarked;
