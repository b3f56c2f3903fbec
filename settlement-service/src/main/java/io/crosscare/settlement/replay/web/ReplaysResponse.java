package io.crosscare.settlement.replay.web;

import java.util.List;

/**
 * Replays, the latest first, at most fifty.
 *
 * @param items 推演 · the replays
 */
record ReplaysResponse(List<ReplayResponse> items) {}
