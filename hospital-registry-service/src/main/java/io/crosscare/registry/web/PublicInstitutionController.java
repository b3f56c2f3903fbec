package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.AskUsableInstitutions;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.RegionKind;
import io.crosscare.registry.model.ServiceType;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What anybody may ask, without a token. */
@RestController
@RequestMapping("/api/v1/public/institutions")
class PublicInstitutionController {

    private static final int NAME_LENGTH_MAX = 50;
    private static final Text NOT_A_PROVINCE = Text.of("请选择省内的城市", "names a province; ask for one of its cities");

    private final AskUsableInstitutions askUsable;
    private final RegionBook regions;
    private final Sentences sentences;
    private final Clock clock;
    private final MeterRegistry meters;

    PublicInstitutionController(
            AskUsableInstitutions askUsable, RegionBook regions, Clock clock, MeterRegistry meters) {
        this.askUsable = askUsable;
        this.regions = regions;
        this.sentences = new Sentences(regions);
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * 我可以去哪些医院 · Which institutions can I use? Open to anybody, within a rate for each address; caches may keep the answer for
     * five minutes. Asks and tells nothing of a person.
     *
     * @param insuredRegion where the person is insured
     * @param careRegion where the person wants to be treated; a city or a district
     * @param serviceType {@link ServiceType}
     * @param plan optional, {@link InsurancePlan}; every plan where left out
     * @param on optional, the day of care in China; today where left out
     * @param name optional, a part of the name, in Chinese or in pinyin
     * @param cursor optional
     * @param limit optional
     * @return whether it is open there on that day, for whom, and a page of the institutions that take such persons
     */
    @GetMapping
    Mono<UsableInstitutionsResponse> usable(
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String plan,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var insured = checks.region("insuredRegion", insuredRegion);
        var care = checks.region("careRegion", careRegion);
        var service = checks.oneOf("serviceType", serviceType, ServiceType.class);
        var ofPlan = checks.optionalOneOf("plan", plan, InsurancePlan.class);
        var day = checks.optionalDate("on", on);
        var named = checks.optionalText("name", name, NAME_LENGTH_MAX);
        var after = ListCursor.ofInstitution(checks, cursor);
        var size = checks.pageSize("limit", limit);
        rejectProvince(checks, "insuredRegion", insured.orNull());
        rejectProvince(checks, "careRegion", care.orNull());
        checks.throwIfInvalid();

        var question = new AskUsableInstitutions.Question(
                insured.value(),
                care.value(),
                service.value(),
                ofPlan.orNull(),
                day.orElse(ChinaTime.today(clock)),
                named.orNull(),
                after.orNull(),
                size.orElse(FieldChecks.PAGE_SIZE_DEFAULT));
        return askUsable
                .ask(question)
                .map(answered -> UsableInstitutionsResponse.of(answered, sentences, clock.instant()))
                .doOnNext(answer -> meters.counter(
                                "crosscare.registry.public.questions", "open", Boolean.toString(answer.open()))
                        .increment());
    }

    /** A province holds several pooling regions, and they differ. */
    private void rejectProvince(FieldChecks checks, String field, @Nullable RegionCode code) {
        var region = code == null ? null : regions.find(code);
        if (region != null && region.kind() == RegionKind.PROVINCE) {
            checks.reject(field, "pooling-region", NOT_A_PROVINCE);
        }
    }
}
