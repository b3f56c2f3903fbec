package io.crosscare.filing.batch;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakeBatchesTest extends BatchesContract {

    private final FakeBatches batches = new FakeBatches();

    @Override
    protected Batches batches() {
        return batches;
    }
}
