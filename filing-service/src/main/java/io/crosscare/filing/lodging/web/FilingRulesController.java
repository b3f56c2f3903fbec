package io.crosscare.filing.lodging.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.lodging.FilingRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the filing rules to people and programs, as the service itself applies them. */
@RestController
@RequestMapping("/api/v1/filing-rules")
public final class FilingRulesController {

    private final FilingRules rules;
    private final Clock clock;

    public FilingRulesController(FilingRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * 备案规则 · Who may file under which category, on which conditions, with which papers, by which way and for how long; each with
     * its source and how it is known. They are the rules for filings that begin on that day.
     *
     * @param insuredRegion optional, 参保地 · whose rules: six digits of GB/T 2260; of every hosted region where left out
     * @param on optional, 备案起始日 · first day of a filing, a day in China; today where left out
     * @return the rules, region by region; none of a region that is not hosted here
     */
    @GetMapping
    FilingRulesResponse rules(
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String on) {
        FieldChecks checks = new FieldChecks();
        var region = checks.optionalRegion("insuredRegion", insuredRegion);
        var day = checks.optionalDate("on", on);
        checks.throwIfInvalid();
        RegionCode asked = region.orNull();
        List<RegionCode> regions = rules.regions().stream()
                .sorted()
                .filter(one -> asked == null || one.equals(asked))
                .toList();
        LocalDate first = day.orElse(ChinaTime.today(clock));
        return new FilingRulesResponse(
                first,
                regions.stream()
                        .map(one -> RegionRulesResponse.of(rules.require(one), first))
                        .toList());
    }
}
