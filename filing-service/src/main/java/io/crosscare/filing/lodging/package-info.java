/** The life of a filing (备案): lodged by the insured region's agency, found again, published. */
@NullMarked
package io.crosscare.filing.lodging;

import org.jspecify.annotations.NullMarked;
