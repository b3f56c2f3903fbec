package io.crosscare.filing.insured.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.region.RegionNames;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.insured.HostedRegions;
import io.crosscare.filing.insured.LookUpInsuredPerson;
import io.crosscare.filing.insured.LookUpInsuredPerson.Credential;
import io.crosscare.filing.insured.model.LookUpOutcome;
import io.crosscare.filing.refusal.Refusal;
import io.crosscare.filing.refusal.RefusalReason;
import io.crosscare.filing.refusal.Refusals;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** From a credential to a personId. The credential travels in the body: a URL is logged. */
@RestController
@RequestMapping("/api/v1/insured-persons/lookups")
public final class LookUpController {

    private final LookUpInsuredPerson lookingUp;
    private final HostedRegions hosted;
    private final Refusals refusals;
    private final Clock clock;
    private final MeterRegistry meters;

    public LookUpController(
            LookUpInsuredPerson lookingUp, HostedRegions hosted, Refusals refusals, Clock clock, MeterRegistry meters) {
        this.lookingUp = lookingUp;
        this.hosted = hosted;
        this.refusals = refusals;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * 按证件或人员编号查找参保人 · Finds the personId behind a credential or a region's own number. Both travel in the body, never in a
     * URL. Where both are given they have to be one person's.
     *
     * @param caller {@code HOSPITAL}: with the card in the hand; {@code AGENCY}: persons of its region, also without one
     * @return the person
     * @throws ProblemException {@code refused}
     */
    @PostMapping
    Mono<LookUpResponse> lookUp(Caller caller, @RequestBody LookUpRequest body) {
        Credential shown = credentialFor(caller, body);
        RegionCode region = shown.insuredRegion();
        return lookingUp.lookUp(shown).flatMap(outcome -> switch (outcome) {
            case LookUpOutcome.Found found -> Mono.just(answer(found, caller));
            case LookUpOutcome.PersonUnknown _ -> refusals.refuse(unknown(region, ChinaTime.today(clock)));
            case LookUpOutcome.IdentityMismatch _ -> refusals.refuse(identityMismatch(region, ChinaTime.today(clock)));
        });
    }

    /** A hospital must hold the card of whom it asks for; an agency may search its own region without one. */
    private static Credential credentialFor(Caller caller, LookUpRequest body) {
        return switch (caller) {
            case Caller.Hospital _ -> body.toCredential(true);
            case Caller.Agency agency -> {
                Credential shown = body.toCredential(false);
                agency.requireAgencyOf(shown.insuredRegion());
                yield shown;
            }
            case Caller.Platform _, Caller.Operator _, Caller.Insured _, Caller.Service _ ->
                throw ProblemException.forbidden();
        };
    }

    private LookUpResponse answer(LookUpOutcome.Found found, Caller caller) {
        meters.counter("crosscare.filing.lookups.found", "role", caller.role().name())
                .increment();
        return LookUpResponse.of(found);
    }

    private Refusal unknown(RegionCode region, LocalDate day) {
        return hosted.contains(region) ? personUnknown(region, day) : regionNotKept(region, day);
    }

    /** Nothing is known here of persons of other regions, which says nothing of the person. */
    static Refusal regionNotKept(RegionCode region, LocalDate day) {
        return refusal(
                RefusalReason.PERSON_UNKNOWN,
                Text.of(
                        "本系统不保存" + RegionNames.zh(region) + "的参保信息",
                        "Persons insured in " + RegionNames.en(region) + " are not kept here"),
                Text.of("请核对参保地；无误的，请向参保地经办机构核实", "Check the insured region; if it is right, ask its agency"),
                region,
                day);
    }

    static Refusal personUnknown(RegionCode region, LocalDate day) {
        return refusal(
                RefusalReason.PERSON_UNKNOWN,
                Text.of("参保地没有查到该号码的参保信息", "The insured region knows no person with this number"),
                Text.of(
                        "请核对参保地和号码；仍查不到的，请联系参保地经办机构",
                        "Check region and number; if both are right, ask the agency of the insured region"),
                region,
                day);
    }

    static Refusal identityMismatch(RegionCode region, LocalDate day) {
        return refusal(
                RefusalReason.IDENTITY_MISMATCH,
                Text.of("号码、姓名或卡号与参保信息不一致", "The numbers, the name or the card are not one person's"),
                Text.of(
                        "请核对号码、姓名和所持的卡；换过新卡的，请参保地经办机构更新卡信息",
                        "Check numbers, name and card; after a change of card have the agency of the insured region"
                                + " update it"),
                region,
                day);
    }

    private static Refusal refusal(
            RefusalReason reason, Text message, Text nextStep, RegionCode region, LocalDate day) {
        return new Refusal(reason, message, nextStep, region, day, Map.of());
    }
}
