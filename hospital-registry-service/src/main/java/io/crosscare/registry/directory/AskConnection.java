package io.crosscare.registry.directory;

import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.Connectivity;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The owner's answer to "is this open for this person there on this day?", from the rows as they are stored now. */
public final class AskConnection {

    private final Register<ConnectivityRow> rows;
    private final RegionBook regions;

    public AskConnection(Register<ConnectivityRow> rows, RegionBook regions) {
        this.rows = rows;
        this.regions = regions;
    }

    /** Answers for any two regions; a district is asked as the pooling region it belongs to. */
    public Mono<Answered> ask(ConnectionQuestion question) {
        ConnectionQuestion pooled = question.between(
                regions.poolingRegionOf(question.insuredRegion()), regions.poolingRegionOf(question.careRegion()));
        return rows.after(null).collectList().map(stored -> answer(stored, pooled));
    }

    private static Answered answer(List<Versioned<ConnectivityRow>> stored, ConnectionQuestion question) {
        var connectivity =
                new Connectivity(stored.stream().map(Versioned::value).toList());
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
