package io.crosscare.settlement.visit;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.settlement.visit.model.Registration;
import io.crosscare.settlement.visit.model.Visit;
import io.crosscare.settlement.visit.model.VisitLine;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Takes the bill of a stay in another province as category totals that the care region has split with its own catalogue, instead of
 * fee lines. Nowhere else: where the insured region gets lines, no hospital decides what of them counts.
 */
public final class UploadCategoryTotals {

    private final UploadFeeLines uploadFeeLines;

    public UploadCategoryTotals(UploadFeeLines uploadFeeLines) {
        this.uploadFeeLines = uploadFeeLines;
    }

    /**
     * The visit with the totals, or a problem that names the total.
     *
     * @param totals category totals, each as a line
     */
    public Mono<Visit> upload(Visit visit, List<VisitLine> totals) {
        Registration registration = visit.registration();
        if (!registration.isStay()) {
            throw refused(visit, Text.of("只有住院费用可按类别汇总上传", "only a stay comes as category totals"));
        }
        if (registration.insuredRegion().isSameProvinceAs(registration.careRegion())) {
            throw refused(
                    visit, Text.of("省内就医须上传费用明细", "in the province of the insured region the fee lines are uploaded"));
        }
        return uploadFeeLines.upload(visit, totals, "totals");
    }

    private static ProblemException refused(Visit visit, Text why) {
        return VisitProblems.conflict(visit, why);
    }
}
