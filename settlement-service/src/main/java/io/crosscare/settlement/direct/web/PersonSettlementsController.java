package io.crosscare.settlement.direct.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.PathId;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.settlement.chain.Chain;
import io.crosscare.settlement.chain.model.Entry;
import io.crosscare.settlement.chain.model.EntryId;
import io.crosscare.settlement.chain.model.Settlement;
import io.crosscare.settlement.direct.web.SettlementController.SettlementResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was settled for a person, as far as the caller may see it. Of a person that nobody knows there is nothing. */
@RestController
@RequestMapping("/api/v1/persons/{personId}/settlements")
class PersonSettlementsController {

    /** Entries read from the chain at once. */
    private static final int STRIDE = 200;

    private final Chain chain;

    PersonSettlementsController(Chain chain) {
        this.chain = chain;
    }

    /** A page of settlements. */
    record SettlementsResponse(
            List<SettlementResponse> items, @Nullable String nextCursor) {}

    /**
     * 个人结算列表 · What was settled for a person, in the order of its chain, undone or not.
     *
     * @param caller {@code HOSPITAL}: at its own; {@code AGENCY}: those of its region as insured or as care region;
     *     {@code INSURED}: one's own
     * @param cursor optional
     * @param limit optional
     * @return a page of settlements
     */
    @GetMapping
    Mono<SettlementsResponse> settlements(
            Caller caller,
            @PathVariable String personId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        if (caller instanceof Caller.Operator || caller instanceof Caller.Platform) {
            return Mono.error(ProblemException.forbidden());
        }
        PersonId person = PathId.require(personId, PersonId::new);
        FieldChecks checks = new FieldChecks();
        var after = checks.cursor(cursor, PersonSettlementsController::seq);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();
        int page = size.orElse(FieldChecks.PAGE_SIZE_DEFAULT);
        return behind(person, after.orElse(0L))
                .ofType(Settlement.class)
                .filter(settlement -> VisibleVisits.maySee(caller, settlement))
                .take(page)
                .concatMap(this::withState)
                .collectList()
                .map(items -> new SettlementsResponse(items, next(items, page)));
    }

    private Flux<Entry> behind(PersonId person, long seq) {
        return stride(person, seq)
                .expand(entries -> entries.size() < STRIDE
                        ? Mono.empty()
                        : stride(person, entries.getLast().link().seq()))
                .flatMapIterable(entries -> entries, 1);
    }

    private Mono<List<Entry>> stride(PersonId person, long behind) {
        return behind >= EntryId.SEQ_MAX
                ? Mono.just(List.of())
                : chain.from(new EntryId(person, behind + 1), STRIDE).collectList();
    }

    private Mono<SettlementResponse> withState(Settlement settlement) {
        return chain.lastOf(settlement).map(last -> SettlementResponse.of(settlement, last));
    }

    private static @Nullable String next(List<SettlementResponse> items, int page) {
        return items.size() < page
                ? null
                : Long.toString(items.getLast().settlement().seq());
    }

    private static long seq(String cursor) {
        long value = Long.parseLong(cursor);
        if (value < 1 || value > EntryId.SEQ_MAX) {
            throw new IllegalArgumentException("no place");
        }
        return value;
    }
}
