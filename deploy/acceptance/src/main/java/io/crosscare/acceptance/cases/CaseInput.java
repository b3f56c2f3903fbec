package io.crosscare.acceptance.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that a case says before anything is computed, in the words of the doors.
 *
 * @param filing what is lodged before the care, null for nothing
 * @param specialTreatment what the hospital declares, null for nothing
 * @param catalogueOwners the regions in whose catalogue the lines of the case stand
 */
public record CaseInput(
        String id,
        String title,
        Person person,
        @Nullable Filing filing,
        Place place,
        String service,
        LocalDate date,
        @Nullable String specialTreatment,
        List<CaseLine> lines,
        Year year,
        Set<String> catalogueOwners) {

    public CaseInput {
        lines = List.copyOf(lines);
        catalogueOwners = Set.copyOf(catalogueOwners);
    }

    /** Who is treated. */
    public record Person(
            String insuredRegion,
            String plan,
            String personType,
            String household,
            String cardKind,
            String cardState,
            String insuranceStatus) {}

    /** A filing as it is lodged. */
    public record Filing(
            String category,
            String careRegion,
            LocalDate from,
            @Nullable LocalDate to) {

        Optional<LocalDate> end() {
            return Optional.ofNullable(to);
        }
    }

    /**
     * Where the person is treated: an institution of the registry by its name, or a fixture.
     *
     * @param name of an institution of the registry; null for a fixture
     * @param region of a fixture; of a named one where the case says it
     * @param level of a fixture, null for one whose level is not known
     * @param capabilities of a fixture, as the registry's import writes them
     */
    public record Place(
            @Nullable String name, String region, @Nullable String level, List<String> capabilities) {

        public Place {
            capabilities = List.copyOf(capabilities);
        }
    }

    /** What the year already holds, and whether the account is to pay. Fen, and a count. */
    public record Year(
            long admissionsBefore,
            long deductibleUsed,
            long pooledUsed,
            long largeUsed,
            long burdenBefore,
            long accountBalance,
            boolean usesAccount) {}

    boolean isStay() {
        return service.equals("INPATIENT");
    }
}
