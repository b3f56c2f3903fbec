package io.crosscare.settlement.eligibility;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.eligibility.model.AgencyFacts;
import io.crosscare.settlement.eligibility.model.Refusal;
import io.crosscare.settlement.eligibility.model.Responsible;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says who can mend a refusal, with the agency's phone where the registry has it. */
public final class DescribeRefusal {

    private static final String CARD_OFFICE = "社会保障卡服务热线";

    private final ReadModels copies;

    public DescribeRefusal(ReadModels copies) {
        this.copies = copies;
    }

    public Mono<RefusalStatement> describe(
            Refusal refusal, RegionCode insuredRegion, RegionCode careRegion, InstitutionCode institution) {
        Mono<Responsible> responsible = switch (refusal.reason().fixer()) {
            case INSURED_REGION -> agency(insuredRegion, "参保地医保经办机构");
            case CARE_REGION -> agency(careRegion, "就医地医保经办机构");
            case INSTITUTION -> institution(institution, careRegion);
            case CARD_OFFICE -> cardOffice(insuredRegion);
        };
        return responsible.map(known -> RefusalStatement.of(refusal, known));
    }

    /** The nearest hotline for cards, else the agency. */
    private Mono<Responsible> cardOffice(RegionCode region) {
        return agencies(region)
                .concatMap(agency -> Mono.justOrEmpty(agency.cardHotline())
                        .map(hotline ->
                                new Responsible(CARD_OFFICE, agency.region().value(), hotline.phone())))
                .next()
                .switchIfEmpty(Mono.defer(() -> agency(region, "参保地发卡机构")));
    }

    /** The region's own agency, else its city's, else its province's. */
    private Flux<AgencyFacts> agencies(RegionCode region) {
        return Flux.fromStream(() ->
                        Stream.of(region, region.city(), region.province()).distinct())
                .concatMap(copies::agency);
    }

    private Mono<Responsible> agency(RegionCode region, String nameOtherwise) {
        return agencies(region)
                .next()
                .map((AgencyFacts agency) ->
                        new Responsible(agency.name(), agency.region().value(), agency.phone()))
                .defaultIfEmpty(new Responsible(nameOtherwise, region.value(), null));
    }

    private Mono<Responsible> institution(InstitutionCode code, RegionCode careRegion) {
        return copies.institution(code)
                .map(known -> new Responsible(known.name(), known.region().value(), null))
                .defaultIfEmpty(new Responsible(code.value(), careRegion.value(), null));
    }
}
