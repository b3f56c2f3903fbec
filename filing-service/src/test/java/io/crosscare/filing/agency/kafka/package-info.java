@NullMarked
package io.crosscare.filing.agency.kafka;

import org.jspecify.annotations.NullMarked;
