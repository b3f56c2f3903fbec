package io.crosscare.filing.disclosure;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakePersonalDataReadsTest extends PersonalDataReadsContract {

    private final FakePersonalDataReads reads = new FakePersonalDataReads();

    @Override
    protected PersonalDataReads reads() {
        return reads;
    }
}
