package io.crosscare.settlement.external;

/** The fake keeps to what it stands for. */
class InMemoryExternalFeedsTest extends ExternalFeedsContract {

    @Override
    protected ExternalFeeds feeds() {
        return new InMemoryExternalFeeds();
    }
}
