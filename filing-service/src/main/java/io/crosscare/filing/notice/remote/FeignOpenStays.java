package io.crosscare.filing.notice.remote;

import io.crosscare.chassis.id.PersonId;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.chassis.remote.Patience;
import io.crosscare.chassis.remote.RemoteCalls;
import io.crosscare.filing.notice.OpenStays;
import io.crosscare.filing.notice.model.OpenStay;
import io.crosscare.filing.notice.remote.OpenStayClient.OpenStayMessage;
import io.crosscare.filing.notice.remote.OpenStayClient.PersonsMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** {@link OpenStays} by Feign. Nobody waits for the answer, so it is asked for with patience. */
@Component
final class FeignOpenStays implements OpenStays {

    private final OpenStayClient client;
    private final Patience settlement;

    FeignOpenStays(OpenStayClient client, RemoteCalls calls) {
        this.client = client;
        this.settlement = new Patience("settlement", calls.to("settlement"));
    }

    @Override
    public Mono<List<OpenStay>> of(Set<PersonId> persons) {
        List<String> ids = persons.stream().map(PersonId::value).toList();
        return settlement
                .ask(() -> client.openStays(new PersonsMessage(ids)))
                .map(page -> page.items().stream().map(FeignOpenStays::stay).toList());
    }

    private static OpenStay stay(OpenStayMessage stay) {
        return new OpenStay(
                new PersonId(stay.personId()), new RegionCode(stay.careRegion()), LocalDate.parse(stay.startedOn()));
    }
}
