/** Replays, what they find, and the replay of one chain; pure. */
@NullMarked
package io.crosscare.settlement.replay.model;

import org.jspecify.annotations.NullMarked;
