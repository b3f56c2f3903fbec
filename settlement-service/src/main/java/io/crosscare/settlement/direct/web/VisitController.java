package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.problem.IdempotencyKey;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.direct.RegisterVisit;
import io.crosscare.settlement.direct.RegisterVisit.Outcome;
import io.crosscare.settlement.direct.RegisterVisit.Outcome.RegisteredVisit;
import io.crosscare.settlement.direct.web.VisitRequests.DischargeRequest;
import io.crosscare.settlement.direct.web.VisitRequests.FeeLinesRequest;
import io.crosscare.settlement.direct.web.VisitRequests.RegisterRequest;
import io.crosscare.settlement.direct.web.VisitResponses.FeeLinesResponse;
import io.crosscare.settlement.direct.web.VisitResponses.VisitResponse;
import io.crosscare.settlement.mapping.ItemMapping;
import io.crosscare.settlement.mapping.ItemMappings;
import io.crosscare.settlement.visit.DischargeStay;
import io.crosscare.settlement.visit.UploadFeeLines;
import io.crosscare.settlement.visit.model.VisitLine;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Visits and their fee lines. Written by the hospital of the token alone. */
@RestController
@RequestMapping("/api/v1/visits")
class VisitController {

    private final VisibleVisits visible;
    private final RegisterVisit registerVisit;
    private final UploadFeeLines uploadFeeLines;
    private final DischargeStay dischargeStay;
    private final ItemMappings itemMappings;
    private final Clock clock;

    VisitController(
            VisibleVisits visible,
            RegisterVisit registerVisit,
            UploadFeeLines uploadFeeLines,
            DischargeStay dischargeStay,
            ItemMappings itemMappings,
            Clock clock) {
        this.visible = visible;
        this.registerVisit = registerVisit;
        this.uploadFeeLines = uploadFeeLines;
        this.dischargeStay = dischargeStay;
        this.itemMappings = itemMappings;
        this.clock = clock;
    }

    /**
     * 就诊登记 · Registers a visit. What would refuse its settlement today is answered as warnings.
     *
     * @param caller {@code HOSPITAL}: where the visit is
     * @return 201 the visit; 200 the same visit again, for the same key, with {@code Idempotency-Hit}
     * @throws ProblemException {@code idempotency-conflict}, {@code refused}
     */
    @PostMapping
    Mono<ResponseEntity<VisitResponse>> register(
            Caller caller,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            @RequestBody RegisterRequest body) {
        InstitutionCode institution = caller.requireHospital();
        return registerVisit
                .register(body.toCommand(institution, IdempotencyKey.require(key), ChinaTime.today(clock)))
                .map(VisitController::answer);
    }

    private static ResponseEntity<VisitResponse> answer(Outcome outcome) {
        return switch (outcome) {
            case RegisteredVisit registered -> answer(registered);
            case Outcome.Refused refused -> throw RefusalProblem.of(refused.refusal());
        };
    }

    private static ResponseEntity<VisitResponse> answer(RegisteredVisit registered) {
        VisitResponse response = VisitResponse.of(registered.visit(), registered.warnings());
        return registered.isReplay()
                ? ResponseEntity.ok().header(IdempotencyKey.HIT, "true").body(response)
                : ResponseEntity.status(HttpStatus.CREATED).body(response);
    }

    /**
     * 查询就诊 · Reads a visit.
     *
     * @param caller {@code HOSPITAL}: its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param id of the visit
     * @return the visit
     */
    @GetMapping("/{id}")
    Mono<VisitResponse> visit(Caller caller, @PathVariable String id) {
        return visible.visible(caller, id).map(visit -> VisitResponse.of(visit, null));
    }

    /**
     * 上传费用明细 · Uploads fee lines. Lines that are there already may be sent again; what was settled is not changed.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return the fee sheet as it stands
     * @throws ProblemException {@code line-conflict}, {@code conflict}
     */
    @PutMapping("/{id}/fee-lines")
    Mono<FeeLinesResponse> upload(Caller caller, @PathVariable String id, @RequestBody FeeLinesRequest body) {
        return visible.own(caller, id)
                .flatMap(visit -> itemCodes(caller, body).flatMap(itemCodes -> {
                    List<VisitLine> lines = body.toLines(ChinaTime.today(clock), itemCodes);
                    return uploadFeeLines.upload(visit, lines);
                }))
                .map(FeeLinesResponse::of);
    }

    /** The items of the hospital's local codes, where a line has one. */
    private Mono<Map<String, String>> itemCodes(Caller caller, FeeLinesRequest body) {
        return body.hasLocalCodes()
                ? itemMappings
                        .find(caller.requireHospital())
                        .<Map<String, String>>map(ItemMapping::itemCodes)
                        .defaultIfEmpty(Map.of())
                : Mono.just(Map.of());
    }

    /**
     * 出院登记 · Discharges a stay. Only then can it be settled. Another day than was said before needs a reason.
     *
     * @param caller {@code HOSPITAL}: of the visit
     * @param id of the visit
     * @return the visit
     * @throws ProblemException {@code conflict}
     */
    @PostMapping("/{id}/discharges")
    Mono<VisitResponse> discharge(Caller caller, @PathVariable String id, @RequestBody DischargeRequest body) {
        return visible.own(caller, id)
                .flatMap(visit -> {
                    DischargeRequest.Discharge discharge = body.toDischarge(ChinaTime.today(clock));
                    return dischargeStay.discharge(
                            visit, discharge.endedOn(), VisitActRequests.discharge(caller, discharge.reason(), clock));
                })
                .map(visit -> VisitResponse.of(visit, null));
    }
}
