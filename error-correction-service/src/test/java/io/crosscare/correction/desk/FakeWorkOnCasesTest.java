package io.crosscare.correction.desk;

class FakeWorkOnCasesTest extends WorkOnCasesContract {

    private final CorrectionCases cases = new FakeCorrectionCases();

    @Override
    protected CorrectionCases cases() {
        return cases;
    }
}
