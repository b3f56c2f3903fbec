package io.crosscare.filing.lodging.model;

import io.crosscare.filing.insured.model.InsuranceStatus;
import io.crosscare.filing.insured.model.Particulars;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Something whoever lodges a filing should know. It refuses nothing. */
public record FilingWarning(FilingWarningCode code, String zh, String en) {

    private static final FilingWarning SUSPENDED = new FilingWarning(
            FilingWarningCode.INSURANCE_SUSPENDED,
            "参保人目前暂停参保；备案已受理，但暂停期间不能直接结算，请先在参保地恢复参保",
            "The person's insurance is suspended at present: the filing is taken, but nothing is settled directly until"
                    + " it is resumed in the insured region");

    /** What there is to say of a filing, the most pressing first. */
    public static List<FilingWarning> of(Filing filing, Particulars person, RegionRules region) {
        List<FilingWarning> warnings = new ArrayList<>();
        if (person.insuranceStatus() == InsuranceStatus.SUSPENDED) {
            warnings.add(SUSPENDED);
        }
        LocalDate from = filing.terms().period().from();
        SourcesRule sources = region.sources();
        if (sources != null && from.isBefore(sources.from())) {
            Clause clause = sources.clause();
            warnings.add(new FilingWarning(
                    FilingWarningCode.BEFORE_SOURCES,
                    "备案自 %s 起，早于 %s；%s（%s），请核对生效日"
                            .formatted(
                                    from,
                                    sources.from(),
                                    clause.zh(),
                                    clause.mark().zh()),
                    "The filing begins on %s, before %s: %s. Check the first day"
                            .formatted(from, sources.from(), clause.en())));
        }
        return List.copyOf(warnings);
    }
}
