package io.crosscare.filing.lodging;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakeFilingFeedTest extends FilingFeedContract {

    private final FilingFeed feed = new FakeFilingFeed();

    @Override
    protected FilingFeed feed() {
        return feed;
    }
}
