/** Doors of replays. */
@NullMarked
package io.crosscare.settlement.replay.web;

import org.jspecify.annotations.NullMarked;
