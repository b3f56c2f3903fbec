/** Hears of agencies from the registry. */
@NullMarked
package io.crosscare.correction.agency.kafka;

import org.jspecify.annotations.NullMarked;
