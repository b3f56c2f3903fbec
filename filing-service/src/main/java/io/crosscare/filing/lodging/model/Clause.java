package io.crosscare.filing.lodging.model;

/**
 * A rule as people read it, and where it stands.
 *
 * @param source the document and its section, {@code Z 基本政策 三(一)}
 */
public record Clause(String zh, String en, String source, Mark mark) {}
