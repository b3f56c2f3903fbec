/** What an interruption is made of. Pure. */
@NullMarked
package io.crosscare.settlement.interruption.model;

import org.jspecify.annotations.NullMarked;
