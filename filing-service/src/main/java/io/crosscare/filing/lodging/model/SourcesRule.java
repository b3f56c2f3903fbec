package io.crosscare.filing.lodging.model;

import java.time.LocalDate;

/**
 * How far back the sources of a region's rules speak. They state no first day of the rules, so a filing that begins before is
 * taken, and whoever lodges it is told.
 *
 * @param from the first day they speak of, as it is read
 */
public record SourcesRule(LocalDate from, Clause clause) {}
