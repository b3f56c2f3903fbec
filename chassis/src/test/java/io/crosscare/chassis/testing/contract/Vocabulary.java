package io.crosscare.chassis.testing.contract;

import io.crosscare.chassis.testing.RepositoryRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names that mean the same wherever they stand in JSON, from the table of {@code docs/fields.md}. What a record says of its own
 * component comes first.
 */
final class Vocabulary {

    private static final String ROW = "| `";

    private final Map<String, Term> terms;

    private Vocabulary(Map<String, Term> terms) {
        this.terms = terms;
    }

    /**
     * One name.
     *
     * @param form which values it has; empty where its type says enough
     */
    record Term(String zh, String en, String form) {

        String text() {
            return zh + " · " + en;
        }
    }

    static Vocabulary ofTheSuite() {
        Map<String, Term> terms = new LinkedHashMap<>();
        for (String line : lines()) {
            if (line.startsWith(ROW)) {
                String[] cells = line.split("\\|", -1);
                String name = cells[1].strip().replace("`", "");
                Term term = new Term(cells[2].strip(), cells[3].strip(), cells[4].strip());
                if (terms.put(name, term) != null) {
                    throw new IllegalStateException(name + " is explained twice in docs/fields.md");
                }
            }
        }
        return new Vocabulary(terms);
    }

    Optional<Term> find(String name) {
        return Optional.ofNullable(terms.get(name));
    }

    Term require(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("docs/fields.md does not explain " + name));
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(RepositoryRoot.find().resolve("docs/fields.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
