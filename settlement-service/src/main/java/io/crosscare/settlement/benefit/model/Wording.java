package io.crosscare.settlement.benefit.model;

/**
 * A title or sentence in both languages of the suite, Chinese first.
 *
 * @param zh 中文 · in Chinese
 * @param en 英文 · in English
 */
public record Wording(String zh, String en) {}
