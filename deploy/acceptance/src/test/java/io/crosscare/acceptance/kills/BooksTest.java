package io.crosscare.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crosscare.acceptance.Json;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BooksTest {

    @TempDir
    private Path folder;

    @Test
    void readsBackFromDiskWhatWasWrittenDown() {
        Intent intent = new Intent(7, Intent.Kind.REVERSAL, "p1", "H31000000001", "k7", "v1", 3, true);
        Told told = new Told(7, 201, Json.object().put("id", "p1:0000000001").put("totalCostFen", -58_500));

        try (Books books = Books.begin(folder.resolve("run"))) {
            books.intend(intent);
            books.note(told);

            assertThat(books.intents()).containsExactly(intent);
            assertThat(books.answers()).containsExactly(told);
            assertThat(books.answersDone()).isEqualTo(1);
        }
    }

    @Test
    void neverWritesOverOlderBooks() {
        Books.begin(folder.resolve("run")).close();

        assertThatThrownBy(() -> Books.begin(folder.resolve("run"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void leavesOnlyWhatHasNoCertainAnswerToBeLookedInto() {
        List<Intent> intents = List.of(settlement(1), settlement(2), settlement(3), settlement(4), settlement(2));
        List<Told> answers = List.of(
                new Told(1, 201, Json.object()),
                new Told(2, 503, Json.object()),
                new Told(3, 422, Json.object()),
                new Told(2, 504, Json.object()));

        assertThat(Resolver.unanswered(intents, answers)).containsExactly(settlement(2), settlement(4));
    }

    private static Intent settlement(long number) {
        return new Intent(number, Intent.Kind.SETTLEMENT, "p1", "H31000000001", "k" + number, "v" + number, 0, false);
    }
}
