package io.crosscare.filing.insured;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakeInsuredPersonsTest extends InsuredPersonsContract {

    private final FakeInsuredPersons persons = new FakeInsuredPersons();

    @Override
    protected InsuredPersons persons() {
        return persons;
    }
}
