package io.crosscare.correction.deadletter;

class FakeDeadLettersTest extends DeadLettersContract {

    private final DeadLetters letters = new FakeDeadLetters();

    @Override
    protected DeadLetters letters() {
        return letters;
    }
}
