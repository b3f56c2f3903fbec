package io.crosscare.settlement.document;

/** A document was not published because of a flaw; nothing has changed. */
public final class DocumentRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient DocumentFlaw flaw;

    public DocumentRefused(DocumentFlaw flaw) {
        super(flaw.toString());
        this.flaw = flaw;
    }

    public DocumentFlaw flaw() {
        return flaw;
    }
}
