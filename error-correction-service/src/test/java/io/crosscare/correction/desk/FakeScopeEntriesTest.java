package io.crosscare.correction.desk;

class FakeScopeEntriesTest extends ScopeEntriesContract {

    private final ScopeEntries entries = new FakeScopeEntries();

    @Override
    protected ScopeEntries entries() {
        return entries;
    }
}
