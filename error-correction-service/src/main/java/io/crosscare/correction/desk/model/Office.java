package io.crosscare.correction.desk.model;

import io.crosscare.chassis.region.RegionCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who a case lies with: at a hospital, or at the agency of a region.
 *
 * @param code of the institution or the region
 */
public record Office(Level level, String code) {

    /**
     * The offices of a case in the order in which it is passed on; an agency that is two of them in a row is one. A silent service
     * is no hospital's to mend and may hit many, so it lies with the province from the start.
     */
    public static List<Office> lineOf(Refusal refusal) {
        if (refusal.peer() != null) {
            return List.of(new Office(
                    Level.PROVINCE, refusal.insuredRegion().province().value()));
        }
        List<Office> line = new ArrayList<>();
        line.add(new Office(Level.HOSPITAL, refusal.institution().value()));
        add(line, Level.CARE_AGENCY, refusal.careRegion());
        add(line, Level.INSURED_AGENCY, refusal.insuredRegion());
        add(line, Level.PROVINCE, refusal.insuredRegion().province());
        return List.copyOf(line);
    }

    private static void add(List<Office> line, Level level, RegionCode region) {
        if (!line.getLast().code().equals(region.value())) {
            line.add(new Office(level, region.value()));
        }
    }

    /** Empty for the last. */
    static Optional<Office> after(List<Office> line, Office office) {
        return line.stream()
                .filter(one -> one.level().compareTo(office.level()) > 0)
                .findFirst();
    }

    /** Empty for the first. */
    static Optional<Office> before(List<Office> line, Office office) {
        return line.stream()
                .filter(one -> one.level().compareTo(office.level()) < 0)
                .reduce((_, later) -> later);
    }

    public boolean isHospital() {
        return level == Level.HOSPITAL;
    }

    /** The region of an agency. */
    public RegionCode region() {
        return new RegionCode(code);
    }

    /** Whether somebody works for it; an agency also works for the regions inside its own. */
    public boolean isOf(Comment.Author author) {
        return switch (author.role()) {
            case HOSPITAL -> isHospital() && code.equals(author.organisation());
            case AGENCY -> !isHospital() && new RegionCode(author.organisation()).contains(region());
        };
    }
}
