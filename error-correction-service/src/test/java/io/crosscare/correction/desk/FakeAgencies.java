package io.crosscare.correction.desk;

import io.crosscare.chassis.agency.Agencies;
import io.crosscare.chassis.agency.Agency;
import io.crosscare.chassis.region.RegionCode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;

/** Agencies for tests: of Shanghai, Zhenjiang and Jiangsu, until one is forgotten. */
final class FakeAgencies implements Agencies {

    private final Map<RegionCode, Agency> agencies = new ConcurrentHashMap<>();

    FakeAgencies() {
        add("310000", "上海市医疗保险事业管理中心");
        add("321100", "镇江市医疗保险基金管理中心");
        add("320000", "江苏省医疗保险基金管理中心");
    }

    private void add(String region, String name) {
        RegionCode code = new RegionCode(region);
        agencies.put(code, new Agency(code, name, "12393", 1));
    }

    void forget(String region) {
        agencies.remove(new RegionCode(region));
    }

    @Override
    public Mono<Agency> find(RegionCode region) {
        return Mono.fromSupplier(() -> agencies.get(region));
    }

    @Override
    public Mono<Void> keep(Agency agency) {
        return Mono.fromRunnable(() -> agencies.put(agency.region(), agency));
    }
}
