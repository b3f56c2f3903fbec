package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.direct.web.VisitResponses.FeeLinesResponse;
import io.crosscare.settlement.visit.UploadCategoryTotals;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Bills of stays in another province that come as category totals. */
@RestController
@RequestMapping("/api/v1/visits/{id}/category-totals")
class CategoryTotalsController {

    private final VisibleVisits visible;
    private final UploadCategoryTotals uploadCategoryTotals;
    private final Clock clock;

    CategoryTotalsController(VisibleVisits visible, UploadCategoryTotals uploadCategoryTotals, Clock clock) {
        this.visible = visible;
        this.uploadCategoryTotals = uploadCategoryTotals;
        this.clock = clock;
    }

    /**
     * 上传类别汇总 · Uploads the bill of a stay in another province as category totals that the care region has split with its own
     * catalogue, instead of fee lines. Totals that are there already may be sent again; what was settled is not changed.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return the fee sheet as it stands, each total as one line of it
     * @throws ProblemException {@code line-conflict}, {@code conflict}
     */
    @PutMapping
    Mono<FeeLinesResponse> upload(Caller caller, @PathVariable String id, @RequestBody CategoryTotalsRequest body) {
        return visible.own(caller, id)
                .flatMap(visit -> uploadCategoryTotals.upload(
                        visit, body.toLines(visit.registration().startedOn(), ChinaTime.today(clock))))
                .map(FeeLinesResponse::of);
    }
}
