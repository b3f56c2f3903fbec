package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to publish a catalogue and how far it has come.
 *
 * @param agencyRegion of the agency that sends it
 * @param by the account
 * @param rowsRead rows checked so far
 * @param flaws found so far
 * @param hash of the version, once it is published
 * @param errorPieces how many hold the list of all flaws
 * @param endedAt null while it arrives
 */
public record CatalogueImport(
        String id,
        RegionCode agencyRegion,
        String by,
        int rowsRead,
        long flaws,
        @Nullable String hash,
        int errorPieces,
        Instant startedAt,
        Instant updatedAt,
        @Nullable Instant endedAt) {

    /** Without news for so long, nobody is sending any more. */
    private static final Duration SILENCE_MAX = Duration.ofSeconds(60);

    /** How an import stands. */
    public enum State {
        /** 正在接收 · it arrives. */
        RECEIVING,
        /** 已发布 · all of it is published as one version. */
        PUBLISHED,
        /** 未通过 · nothing of it is published. */
        REFUSED,
        /** 中断 · it has not arrived; nothing of it is published. */
        INTERRUPTED
    }

    public State stateAt(Instant now) {
        if (endedAt != null) {
            return hash == null ? State.REFUSED : State.PUBLISHED;
        }
        return now.isAfter(updatedAt.plus(SILENCE_MAX)) ? State.INTERRUPTED : State.RECEIVING;
    }

    /** Where it stands in the list: by the time it was begun, then by its id. */
    public String place() {
        return "%013d:%s".formatted(startedAt.toEpochMilli(), id);
    }

    CatalogueImport progress(int rows, long flawed, Instant now) {
        return new CatalogueImport(id, agencyRegion, by, rows, flawed, hash, errorPieces, startedAt, now, endedAt);
    }

    CatalogueImport published(String version, int rows, Instant now) {
        return new CatalogueImport(id, agencyRegion, by, rows, 0, version, 0, startedAt, now, now);
    }

    CatalogueImport refused(int rows, long flawed, int errors, Instant now) {
        return new CatalogueImport(id, agencyRegion, by, rows, flawed, null, errors, startedAt, now, now);
    }
}
