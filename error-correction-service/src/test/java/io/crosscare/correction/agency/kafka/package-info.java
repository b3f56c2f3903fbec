@NullMarked
package io.crosscare.correction.agency.kafka;

import org.jspecify.annotations.NullMarked;
