package io.crosscare.filing.lodging;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakeFilingsTest extends FilingsContract {

    private final FakeFilings filings = new FakeFilings();

    @Override
    protected Filings filings() {
        return filings;
    }
}
