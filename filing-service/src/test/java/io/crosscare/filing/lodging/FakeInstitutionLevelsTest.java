package io.crosscare.filing.lodging;

/** The fake keeps the contract, so that what is proved with it holds. */
class FakeInstitutionLevelsTest extends InstitutionLevelsContract {

    private final InstitutionLevels levels = new FakeInstitutionLevels();

    @Override
    protected InstitutionLevels levels() {
        return levels;
    }
}
