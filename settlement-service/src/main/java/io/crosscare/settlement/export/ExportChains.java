package io.crosscare.settlement.export;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.chain.StoredEntries;
import io.crosscare.settlement.chain.model.ChainExtent;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.StoredText;
import io.crosscare.settlement.export.model.ExportLine;
import io.crosscare.settlement.export.model.ExportLine.Begin;
import io.crosscare.settlement.export.model.ExportLine.HeadLine;
import io.crosscare.settlement.export.model.ExportLine.Text;
import io.crosscare.settlement.export.model.Totals;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Writes chains out as they are stored, damaged entries too: a person's, or those of all persons of a region, whole or what was
 * recorded in a period. Chain by chain and portion by portion, so that it holds no more than one person's places.
 */
public final class ExportChains {

    private static final int ENTRIES_AT_ONCE = 64;

    private final StoredEntries entries;
    private final Clock clock;

    public ExportChains(StoredEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** When an entry was recorded; a period without ends is all time. */
    public record Period(@Nullable Instant from, @Nullable Instant until) {

        public static final Period ALL = new Period(null, null);

        /** What does not say when belongs to every period: it is damaged, and that is to be seen. */
        private boolean covers(StoredText text) {
            Instant at = text.recordedAt();
            return at == null || ((from == null || !at.isBefore(from)) && (until == null || at.isBefore(until)));
        }
    }

    public Flux<ExportLine> ofPerson(PersonId person, Period period) {
        Flux<ChainExtent> chain = entries.lastSeq(person.value())
                .map(last -> new ChainExtent(
                        person.value(), LongStream.rangeClosed(1, last).boxed().toList(), List.of()))
                .flux();
        return lines(null, period, chain.concatMap(this::texts).filter(period::covers));
    }

    public Flux<ExportLine> ofRegion(RegionCode region, Period period) {
        Flux<StoredText> texts = Flux.range(0, entries.buckets())
                .concatMap(entries::chainsIn)
                .concatMap(extent -> texts(extent)
                        .switchOnFirst((first, chain) -> first.hasValue() && isOf(region, first.get())
                                ? chain.filter(period::covers)
                                : Flux.empty()));
        return lines(region, period, texts);
    }

    /** A chain is of one region from its first entry on. */
    private static boolean isOf(RegionCode region, @Nullable StoredText first) {
        return first != null && first.insuredRegion().equals(region.value());
    }

    private Flux<StoredText> texts(ChainExtent extent) {
        Stream<String> placed =
                extent.seqs().stream().map(seq -> new EntryId(new PersonId(extent.person()), seq).value());
        List<String> ids = Stream.concat(placed, extent.misplaced().stream()).toList();
        return Flux.fromIterable(ids).buffer(ENTRIES_AT_ONCE).concatMap(entries::texts, 1);
    }

    private Flux<ExportLine> lines(@Nullable RegionCode region, Period period, Flux<StoredText> texts) {
        Begin begin = new Begin(clock.instant(), region, period.from(), period.until());
        return Flux.<ExportLine>just(begin)
                .concatWith(texts.map(Step.Taken::new)
                        .cast(Step.class)
                        .concatWith(Flux.just(new Step.Over()))
                        .scan(State.BEGUN, State::after)
                        .skip(1)
                        .concatMapIterable(State::lines));
    }

    private sealed interface Step {

        record Taken(StoredText text) implements Step {}

        record Over() implements Step {}
    }

    /**
     * What has been written.
     *
     * @param open head of the chain that is being written, as far as it has come; null where none is
     * @param lines what the last step adds
     */
    private record State(Totals totals, @Nullable HeadLine open, List<ExportLine> lines) {

        static final State BEGUN = new State(Totals.NONE, null, List.of());

        State after(Step step) {
            return switch (step) {
                case Step.Taken(StoredText text) -> taken(text);
                case Step.Over _ -> {
                    Totals all = open == null ? totals : totals.with(open);
                    yield new State(all, null, open == null ? List.of(all.end()) : List.of(open, all.end()));
                }
            };
        }

        private State taken(StoredText text) {
            EntryId place = text.place();
            boolean isNext = place != null && (open == null || !open.person().equals(place.person()));
            Totals before = isNext && open != null ? totals.with(open) : totals;
            List<ExportLine> added = isNext && open != null ? List.of(open, new Text(text)) : List.of(new Text(text));
            return new State(before.withEntry(), place == null ? open : reached(place, text.hash(), isNext), added);
        }

        private @Nullable HeadLine reached(EntryId place, String hash, boolean isNext) {
            long first = isNext || open == null ? place.seq() : open.firstSeq();
            return new HeadLine(place.person(), first, place.seq(), hash);
        }
    }
}
