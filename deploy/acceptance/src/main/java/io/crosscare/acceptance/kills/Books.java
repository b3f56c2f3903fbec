package io.crosscare.acceptance.kills;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Both journals of a run, on the side of the load: what was intended, and what was answered. What is proved afterwards is proved
 * from what stands in them.
 */
final class Books implements AutoCloseable {

    private final Journal intents;
    private final Journal answers;
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong answersDone = new AtomicLong();

    private Books(Journal intents, Journal answers) {
        this.intents = intents;
        this.answers = answers;
    }

    static Books begin(Path folder) {
        return new Books(
                Journal.begin(folder.resolve("intents.jsonl")), Journal.begin(folder.resolve("answers.jsonl")));
    }

    long nextNumber() {
        return numbers.incrementAndGet();
    }

    /** Before a byte is sent. */
    Intent intend(Intent intent) {
        intents.append(intent.toJson());
        return intent;
    }

    /** As soon as an answer has come. */
    Told note(Told told) {
        answers.append(told.toJson());
        if (told.isDone()) {
            answersDone.incrementAndGet();
        }
        return told;
    }

    /** How many answers so far said that something was done. */
    long answersDone() {
        return answersDone.get();
    }

    List<Intent> intents() {
        return intents.lines().stream().map(Intent::of).toList();
    }

    List<Told> answers() {
        return answers.lines().stream().map(Told::of).toList();
    }

    @Override
    public void close() {
        intents.close();
        answers.close();
    }
}
