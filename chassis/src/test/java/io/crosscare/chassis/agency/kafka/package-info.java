@NullMarked
package io.crosscare.chassis.agency.kafka;

import org.jspecify.annotations.NullMarked;
