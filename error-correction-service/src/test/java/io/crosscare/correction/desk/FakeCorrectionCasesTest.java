package io.crosscare.correction.desk;

class FakeCorrectionCasesTest extends CorrectionCasesContract {

    private final CorrectionCases cases = new FakeCorrectionCases();

    @Override
    protected CorrectionCases cases() {
        return cases;
    }
}
