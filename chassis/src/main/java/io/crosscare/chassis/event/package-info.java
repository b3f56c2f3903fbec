/**
 * Facts between services: CloudEvents 1.0 in Kafka's binary mode. The store is every fact's home; a relay publishes from it
 * at least once, and handlers take each fact as often as it comes.
 */
@NullMarked
package io.crosscare.chassis.event;

import org.jspecify.annotations.NullMarked;
