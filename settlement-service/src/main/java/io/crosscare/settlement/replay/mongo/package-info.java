/** Replays in MongoDB: one document each. */
@NullMarked
package io.crosscare.settlement.replay.mongo;

import org.jspecify.annotations.NullMarked;
