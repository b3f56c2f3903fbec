package io.crosscare.filing;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.id.RandomIds;
import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.ProblemType;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.filing.notice.OpenStays;
import io.crosscare.filing.notice.model.OpenStay;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.test.StepVerifier;

/** Who is in hospital, asked of settlement-service over real HTTP. */
@FilingServiceTest
class OpenStaysIT {

    private final PersonId person = RandomIds.secure().nextPersonId();

    @Autowired
    private OpenStays stays;

    @AfterEach
    void speakAgain() {
        Neighbours.running().silence("settlement", false);
    }

    @Test
    void knowsWhoIsInHospital() {
        Neighbours.running().admit(person.value(), "310104", "2019-12-20");

        stays.of(Set.of(person, RandomIds.secure().nextPersonId()))
                .as(StepVerifier::create)
                .assertNext(open -> assertThat(open)
                        .containsExactly(new OpenStay(person, new RegionCode("310104"), LocalDate.parse("2019-12-20"))))
                .verifyComplete();
    }

    @Test
    void saysThatItDoesNotKnowRatherThanThatThereIsNobody() {
        Neighbours.running().silence("settlement", true);

        stays.of(Set.of(person))
                .as(StepVerifier::create)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                ProblemException.class,
                                problem -> assertThat(problem.type()).isEqualTo(ProblemType.PEER_UNAVAILABLE)))
                .verify(Duration.ofSeconds(30));
    }
}
