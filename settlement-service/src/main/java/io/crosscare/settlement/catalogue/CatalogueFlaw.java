package io.crosscare.settlement.catalogue;

import io.crosscare.settlement.document.DocumentFlaw;

/**
 * What is wrong with one place of a catalogue's document; never the value itself.
 *
 * @param line from 1
 * @param column the column, or the heading
 * @param rule stable name of the rule that is broken
 */
public record CatalogueFlaw(int line, String column, String rule, String zh, String en) {

    /** The place as the suite's problems write it: {@code lines[17].class}. */
    public String field() {
        return "lines[" + line + "]." + column;
    }

    DocumentFlaw asDocumentFlaw() {
        return new DocumentFlaw(line, column, zh, en);
    }
}
