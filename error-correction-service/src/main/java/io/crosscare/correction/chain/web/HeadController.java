package io.crosscare.correction.chain.web;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.problem.Checked;
import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.security.Caller;
import io.crosscare.correction.chain.Heads;
import io.crosscare.correction.chain.model.PersonHead;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Says how far this service has followed the chains; for other services only, and not routed by the gateway. */
@RestController
@RequestMapping("/api/v1/settlement-heads")
class HeadController {

    private static final int PERSONS_MAX = 500;

    private final Heads heads;

    HeadController(Heads heads) {
        this.heads = heads;
    }

    record HeadsRequest(@Nullable List<@Nullable String> personIds) {

        List<PersonId> toPersons() {
            FieldChecks checks = new FieldChecks();
            Checked<List<String>> given = checks.list("personIds", personIds, PERSONS_MAX);
            checks.throwIfInvalid();
            List<String> ids = given.value();
            List<Checked<PersonId>> persons = IntStream.range(0, ids.size())
                    .mapToObj(i -> checks.personId("personIds[" + i + "]", ids.get(i)))
                    .toList();
            checks.throwIfInvalid();
            return persons.stream().map(Checked::value).distinct().toList();
        }
    }

    /** Persons of whom nothing was seen are left out. */
    record HeadsResponse(List<HeadResponse> heads) {}

    record HeadResponse(String personId, long seq, String hash) {

        static HeadResponse of(PersonHead head) {
            return new HeadResponse(head.person().value(), head.seq(), head.hash());
        }
    }

    @PostMapping("/queries")
    Mono<HeadsResponse> query(Caller caller, @RequestBody HeadsRequest body) {
        if (!caller.isService()) {
            return Mono.error(ProblemException.forbidden());
        }
        return heads.of(body.toPersons())
                .map(HeadResponse::of)
                .collectSortedList((one, other) -> one.personId().compareTo(other.personId()))
                .map(HeadsResponse::new);
    }
}
