/** That a fault planted in journals or chains is found. */
@NullMarked
package io.crosscare.acceptance.kills;

import org.jspecify.annotations.NullMarked;
