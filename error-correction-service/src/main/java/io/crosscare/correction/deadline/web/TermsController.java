package io.crosscare.correction.deadline.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.correction.deadline.model.Terms;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the terms to people and programs, as the desk itself counts them. */
@RestController
@RequestMapping("/api/v1/correction-terms")
class TermsController {

    private final Terms terms;
    private final Clock clock;

    TermsController(Terms terms, Clock clock) {
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * 纠错时限 · How long an office has for a case that comes to it on that day, by kind, and the working days of that year; each
     * with its source and how it is known.
     *
     * @param on optional, 到达日期 · day on which a case comes to an office, in China; today where left out
     * @return the terms
     */
    @GetMapping
    TermsResponse terms(@RequestParam(required = false) @Nullable String on) {
        FieldChecks checks = new FieldChecks();
        var day = checks.optionalDate("on", on);
        checks.throwIfInvalid();
        return TermsResponse.of(terms, day.orElse(ChinaTime.today(clock)));
    }
}
