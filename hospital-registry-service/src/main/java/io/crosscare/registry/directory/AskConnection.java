package io.crosscare.registry.directory;

import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.Connectivity;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.Versioned;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The owner's answer to "is this open for this person there on this day?", from the rows as they are stored now. */
public final class AskConnection {

    /** How long rows that were read are believed; a change is to count within a second. */
    private static final Duration BELIEVED_FOR = Duration.ofMillis(500);

    private final Mono<List<Versioned<ConnectivityRow>>> rows;
    private final RegionBook regions;

    public AskConnection(Register<ConnectivityRow> rows, RegionBook regions) {
        this.rows = rows.after(null).collectList().cache(_ -> BELIEVED_FOR, _ -> Duration.ZERO, () -> Duration.ZERO);
        this.regions = regions;
    }

    /** Answers for any two regions; a district is asked as the pooling region it belongs to. */
    public Mono<Answered> ask(ConnectionQuestion question) {
        ConnectionQuestion pooled = question.between(
                regions.poolingRegionOf(question.insuredRegion()), regions.poolingRegionOf(question.careRegion()));
        return rows.map(stored -> answer(stored, pooled));
    }

    /** All rows as they are stored now. */
    public Mono<Connectivity> connectivity() {
        return rows.map(AskConnection::connectivityOf);
    }

    private static Connectivity connectivityOf(List<Versioned<ConnectivityRow>> stored) {
        return new Connectivity(stored.stream().map(Versioned::value).toList());
    }

    private static Answered answer(List<Versioned<ConnectivityRow>> stored, ConnectionQuestion question) {
        Connectivity connectivity = connectivityOf(stored);
        ConnectionAnswer answer = connectivity.answer(question);
        ConnectivityRow deciding = answer.rowOrNull();
        Versioned<ConnectivityRow> row = stored.stream()
                .filter(one -> one.value().equals(deciding))
                .findFirst()
                .orElse(null);
        return new Answered(question, connectivity, answer, row);
    }

    /**
     * An answer and what it was found in.
     *
     * @param question with pooling regions
     * @param row the deciding row as stored; null when there is none
     */
    public record Answered(
            ConnectionQuestion question,
            Connectivity connectivity,
            ConnectionAnswer answer,
            @Nullable Versioned<ConnectivityRow> row) {}
}
