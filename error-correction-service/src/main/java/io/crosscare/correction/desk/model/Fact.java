package io.crosscare.correction.desk.model;

import io.crosscare.chassis.money.Money;
import io.crosscare.chassis.region.RegionCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something one of the services said that concerns a case. Holds no personal data. */
public sealed interface Fact {

    Comparator<Fact> IN_ORDER = Comparator.comparing(Fact::at).thenComparing(Fact::key);

    /** One fact of a case has one key, however often it is heard and from whom. */
    String key();

    /** When it came about, or, where nobody says that, when it was told. */
    Instant at();

    /** An entry of the person's chain that settled the case's scope or undid that. */
    sealed interface ScopeEntry extends Fact {

        /** Its place in the chain. */
        long seq();

        /** The entry's own name. */
        String entryId();

        @Override
        default String key() {
            return entryId();
        }
    }

    /**
     * The scope was settled.
     *
     * @param filingId the filing it rests on; null for care at home
     * @param decidedOn the day on which eligibility was looked at: of care, or of admission
     */
    record Settled(
            String entryId,
            long seq,
            Instant at,
            Money totalCost,
            Money fundPay,
            Money personalPay,
            @Nullable String filingId,
            @Nullable String filingCategory,
            LocalDate decidedOn)
            implements ScopeEntry {}

    /**
     * A settlement of the scope was undone; the scope may be settled again.
     *
     * @param state what became of the settlement: {@code CANCELLED}, {@code REVERSED}
     */
    record Undone(String entryId, long seq, Instant at, String state, String settlementId) implements ScopeEntry {}

    /**
     * A version of a filing of the person.
     *
     * @param effectiveTo last day; null while none is set
     */
    record Filed(
            String filingId,
            long version,
            Instant at,
            RegionCode careRegion,
            String category,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveTo,
            String state)
            implements Fact {

        boolean covers(LocalDate day) {
            return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
        }

        @Override
        public String key() {
            return "filing:" + filingId + ":" + version;
        }
    }

    /**
     * Papers promised for later with a filing.
     *
     * @param version of the filing
     * @param state {@code OPEN}, {@code KEPT} or {@code LAPSED}
     */
    record PromiseStated(String filingId, LocalDate dueOn, String state, long version, Instant at) implements Fact {

        @Override
        public String key() {
            return "promise:" + filingId + ":" + version;
        }

        boolean isBrokenOn(LocalDate day) {
            return state.equals("LAPSED") || (state.equals("OPEN") && dueOn.isBefore(day));
        }
    }

    /**
     * A person as filing-service has it, without anything that names him or her.
     *
     * @param insuranceStatus {@code ACTIVE} or {@code SUSPENDED}
     */
    record PersonStated(String insuranceStatus, List<CardStated> cards, long version, Instant at) implements Fact {

        public PersonStated {
            cards = List.copyOf(cards);
        }

        @Override
        public String key() {
            return "person:" + version;
        }

        boolean hasCardIn(String cardState) {
            return cards.stream().anyMatch(card -> card.state().equals(cardState));
        }
    }

    /** A card without its number. */
    record CardStated(String kind, String issuedBy, String state) {}

    /**
     * How far a filing has come on its way to the upper platform.
     *
     * @param acceptedVersion the last version it has taken; 0 when it has none
     * @param state {@code DUE}, {@code SENT}, {@code ACCEPTED} or {@code REFUSED}
     */
    record UploadStated(
            String filingId, long filingVersion, long acceptedVersion, String state, long version, Instant at)
            implements Fact {

        @Override
        public String key() {
            return "upload:" + filingId + ":" + version;
        }

        /** Whether the upper platform has said no, and nobody has sent it again since. */
        boolean isRefused() {
            return state.equals("REFUSED");
        }

        /** Whether the upper platform has the filing, in whatever version. */
        boolean isTaken() {
            return acceptedVersion > 0;
        }

        /** Whether it leaves a diagnosis as the other does: an attempt more or less is none of its business. */
        boolean saysAs(UploadStated other) {
            return isRefused() == other.isRefused() && isTaken() == other.isTaken();
        }
    }

    /** Filing-service had no filing of the person. */
    record NothingFiled(Instant at) implements Fact {

        @Override
        public String key() {
            return "filing:none:" + at;
        }
    }

    /** An institution as the registry has it. */
    record InstitutionStated(
            String code,
            String name,
            String region,
            @Nullable String level,
            String status,
            long version,
            Instant at) implements Fact {

        @Override
        public String key() {
            return "institution:" + version;
        }
    }

    /** The registry has no such institution. */
    record InstitutionAbsent(String code, Instant at) implements Fact {

        @Override
        public String key() {
            return "institution:none:" + at;
        }
    }

    /**
     * Whether the two regions are connected for this care on the day that decided, as the registry states it.
     *
     * @param reason why not; null where they are
     * @param rowId the row that decides; null where no source says anything
     * @param version of that row, 0 where there is none
     * @param source the document it comes from, with its mark
     */
    record ConnectionStated(
            boolean isOpen,
            @Nullable String reason,
            String message,
            String messageEn,
            LocalDate on,
            @Nullable LocalDate openFrom,
            @Nullable String rowId,
            long version,
            String source,
            String mark,
            Instant at)
            implements Fact {

        @Override
        public String key() {
            return "connection:" + (rowId == null ? "none" : rowId) + ":" + version + ":" + isOpen;
        }
    }

    /**
     * A neighbour would not answer, and will not however often it is asked.
     *
     * @param status of its answer
     */
    record Unanswered(Source from, int status, Instant at) implements Fact {

        @Override
        public String key() {
            return "unanswered:" + from + ":" + at;
        }
    }
}
