package io.crosscare.correction.chain;

class FakeHeadsTest extends HeadsContract {

    private final Heads heads = new FakeHeads();

    @Override
    protected Heads heads() {
        return heads;
    }
}
