/** The regions' readings as they are shipped. */
@NullMarked
package io.crosscare.settlement.eligibility.pack;

import org.jspecify.annotations.NullMarked;
