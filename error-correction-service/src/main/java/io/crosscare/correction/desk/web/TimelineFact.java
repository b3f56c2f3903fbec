package io.crosscare.correction.desk.web;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a timeline.
 *
 * @param at when it came about, or, where nobody says that, when it was told
 * @param source which service's word it is: {@code GATEWAY}, {@code SETTLEMENT}, {@code FILING}, {@code REGISTRY}, or the
 *     {@code DESK} itself
 * @param details the same for machines; what is not known is left out
 */
record TimelineFact(Instant at, String source, String kind, String text, String textEn, Map<String, Object> details) {}
