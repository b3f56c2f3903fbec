package io.crosscare.settlement.document;

class InMemoryDocumentsTest extends DocumentsContract {

    @Override
    protected Documents documents() {
        return new InMemoryDocuments();
    }
}
