package io.crosscare.settlement.audit;

class InMemoryAuditsTest extends AuditsContract {

    private final InMemoryAudits audits = new InMemoryAudits();

    @Override
    protected Audits audits() {
        return audits;
    }
}
