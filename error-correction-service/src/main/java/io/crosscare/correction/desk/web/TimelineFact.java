package io.crosscare.correction.desk.web;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a timeline.
 *
 * @param at 时间 · UTC, when it came about, or, where nobody says that, when it was told
 * @param source 来源 · which service's word it is: {@code GATEWAY}, {@code SETTLEMENT}, {@code FILING}, {@code REGISTRY}, or the
 *     {@code DESK} itself
 * @param kind 种类 · what kind of fact it is
 * @param text 说明 · the sentence in Chinese
 * @param textEn 英文说明 · the sentence in English
 * @param details 明细 · the same for machines; what is not known is left out
 */
record TimelineFact(Instant at, String source, String kind, String text, String textEn, Map<String, Object> details) {}
