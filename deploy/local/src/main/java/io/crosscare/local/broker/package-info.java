/** A real Kafka broker for one machine: one KRaft node, its data on disk, reachable on the loopback address only. */
@NullMarked
package io.crosscare.local.broker;

import org.jspecify.annotations.NullMarked;
