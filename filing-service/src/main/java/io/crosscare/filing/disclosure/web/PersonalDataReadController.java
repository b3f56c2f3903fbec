package io.crosscare.filing.disclosure.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.filing.disclosure.PersonalDataReads;
import io.crosscare.filing.disclosure.model.ReadId;
import io.crosscare.filing.insured.InsuredPersons;
import io.crosscare.filing.insured.model.InsuredPerson;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who read a person's data unmasked: for the supervisor of the agency, and for the person. */
@RestController
@RequestMapping("/api/v1/personal-data-reads")
public final class PersonalDataReadController {

    private static final Text REQUIRED = Text.of("必填", "is required");

    private final PersonalDataReads reads;
    private final InsuredPersons persons;

    public PersonalDataReadController(PersonalDataReads reads, InsuredPersons persons) {
        this.reads = reads;
        this.persons = persons;
    }

    /**
     * 明文查阅记录 · Lists who read a person's data unmasked, the latest first.
     *
     * @param caller {@code AGENCY}: persons of its region; {@code INSURED}: oneself
     * @param personId optional, 参保人标识 · whose data was read; an insured person may leave it out and asks of itself
     * @param from optional, 起始日 · first day, a day in China
     * @param to optional, 截止日 · last day, a day in China
     * @param cursor optional
     * @param limit optional
     * @return a page of reads
     * @throws ProblemException {@code not-found}
     */
    @GetMapping
    Mono<PersonalDataReadsResponse> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String personId,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var asked = checks.optionalPersonId("personId", personId);
        var first = checks.optionalDate("from", from);
        var last = checks.optionalDate("to", to);
        var after = checks.cursor(cursor, ReadId::new);
        var pageSize = checks.pageSize("limit", limit);
        checks.period(first, last);
        if (personId == null && caller instanceof Caller.Agency) {
            checks.reject("personId", "required", REQUIRED);
        }
        checks.throwIfInvalid();
        int size = pageSize.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return visiblePerson(caller, asked.orNull())
                .flatMapMany(person -> reads.list(new PersonalDataReads.Query(
                        person, startOf(first.orNull()), endOf(last.orNull()), after.orNull(), size + 1)))
                .collectList()
                .map(oneMore -> PersonalDataReadsResponse.page(oneMore, size));
    }

    /** Unknown and not visible answer the same. */
    private Mono<PersonId> visiblePerson(Caller caller, @Nullable PersonId asked) {
        return switch (caller) {
            case Caller.Agency agency ->
                Mono.justOrEmpty(asked)
                        .flatMap(persons::find)
                        .filter(person -> agency.isAgencyOf(person.insuredRegion()))
                        .map(InsuredPerson::id)
                        .switchIfEmpty(Mono.error(ProblemException::notFound));
            case Caller.Insured insured ->
                asked == null || insured.isPerson(asked)
                        ? Mono.just(insured.person())
                        : Mono.error(ProblemException.notFound());
            case Caller.Hospital _, Caller.Platform _, Caller.Operator _, Caller.Service _ ->
                Mono.error(ProblemException.forbidden());
        };
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ChinaTime.ZONE).toInstant();
    }

    private static @Nullable Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : startOf(day.plusDays(1));
    }
}
