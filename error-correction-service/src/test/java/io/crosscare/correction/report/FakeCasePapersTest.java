package io.crosscare.correction.report;

class FakeCasePapersTest extends CasePapersContract {

    private final CasePapers papers = new FakeCasePapers();

    @Override
    protected CasePapers papers() {
        return papers;
    }
}
