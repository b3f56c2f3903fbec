package io.crosscare.settlement.catalogue;

import java.util.List;

/** What became of a catalogue that was sent. */
public sealed interface PublicationOutcome {

    /**
     * All of it is published.
     *
     * @param wasKnown whether the same content had been published before
     * @param isReplay whether the same key had published it
     */
    record Published(CatalogueVersion version, String importId, boolean wasKnown, boolean isReplay)
            implements PublicationOutcome {}

    /**
     * Nothing of it is published.
     *
     * @param first the first flaws; the import has the list of all
     */
    record Refused(CatalogueImport attempt, List<CatalogueFlaw> first) implements PublicationOutcome {}

    record TooLarge(String importId) implements PublicationOutcome {}

    /** The key has published other content. */
    record KeyReused() implements PublicationOutcome {}
}
