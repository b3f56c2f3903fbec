package io.crosscare.settlement.export.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.settlement.eligibility.KnownFacts;
import io.crosscare.settlement.eligibility.model.PersonFacts;
import io.crosscare.settlement.export.ExportChains;
import io.crosscare.settlement.export.ExportChains.Period;
import io.crosscare.settlement.export.model.ExportLine;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Chains for an auditor, who holds them against themselves with {@code deploy/local/verify-chain}. For those who audit: the
 * operator, and an agency of its own region's persons.
 */
@RestController
@RequestMapping("/api/v1/chain-exports")
class ChainExportController {

    private static final String NDJSON = "application/x-ndjson;charset=UTF-8";

    private final ExportChains exportChains;
    private final KnownFacts knownFacts;

    ChainExportController(ExportChains exportChains, KnownFacts knownFacts) {
        this.exportChains = exportChains;
        this.knownFacts = knownFacts;
    }

    /**
     * 导出结算链 · Exports chains as they are stored, for an auditor: a person's, or those of all persons of a region, whole or what was
     * recorded from one day to another. A line says what was asked for; then come, chain by chain, the entries and the head of the
     * chain; the last line counts both. {@code deploy/local/verify-chain} names what was altered, removed or reordered since.
     *
     * @param caller {@code AGENCY}: its own region's persons; {@code OPERATOR}: any
     * @param personId optional, of one person
     * @param insuredRegion optional, of all persons of a region; an agency's own where it is left out
     * @param from optional, first day of recording, a day in China
     * @param until optional, last day of recording, a day in China
     * @return a file of JSON objects, one a line, see {@code docs/chain-export.md}
     */
    @GetMapping(produces = NDJSON)
    Mono<ResponseEntity<Flux<String>>> export(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        boolean isOperator = caller instanceof Caller.Operator;
        if (!isOperator && !(caller instanceof Caller.Agency)) {
            throw ProblemException.forbidden();
        }
        FieldChecks checks = new FieldChecks();
        Checked<RegionCode> region = checks.optionalRegion("insuredRegion", insuredRegion);
        Checked<LocalDate> first = checks.optionalDate("from", from);
        Checked<LocalDate> last = checks.optionalDate("until", until);
        LocalDate firstDay = first.orNull();
        LocalDate lastDay = last.orNull();
        if (firstDay != null && lastDay != null && lastDay.isBefore(firstDay)) {
            checks.reject("until", "not-before-from", Text.of("不能早于起始日", "must not lie before the first day"));
        }
        Period period = new Period(
                firstDay == null ? null : beginOf(firstDay), lastDay == null ? null : beginOf(lastDay.plusDays(1)));
        if (personId != null) {
            Checked<PersonId> person = checks.personId("personId", personId);
            checks.throwIfInvalid();
            return visible(caller, person.value())
                    .map(known -> file(known.id().value(), exportChains.ofPerson(known.id(), period)));
        }
        RegionCode own = caller instanceof Caller.Agency agency ? agency.region() : null;
        RegionCode wanted = region.orNull() == null ? own : region.orNull();
        if (wanted == null) {
            checks.reject("insuredRegion", "required", Text.of("必填", "is required"));
        }
        checks.throwIfInvalid();
        return wanted == null || !(isOperator || caller.isAgencyOf(wanted))
                ? Mono.error(ProblemException.forbidden())
                : Mono.just(file(wanted.value(), exportChains.ofRegion(wanted, period)));
    }

    private Mono<PersonFacts> visible(Caller caller, PersonId person) {
        return knownFacts
                .person(person)
                .filter(known -> caller instanceof Caller.Operator || caller.isAgencyOf(known.insuredRegion()))
                .switchIfEmpty(Mono.error(ProblemException::notFound));
    }

    private static Instant beginOf(LocalDate day) {
        return day.atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    private static ResponseEntity<Flux<String>> file(String name, Flux<ExportLine> lines) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"chains-" + name + ".ndjson\"")
                .body(lines.map(ExportText::of));
    }
}
