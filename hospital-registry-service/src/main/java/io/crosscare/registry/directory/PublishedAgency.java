package io.crosscare.registry.directory;

import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Hotline;
import io.crosscare.registry.model.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An agency as the doors answer it and as {@code registry.agency.v1} carries it: one form.
 *
 * @param region 所辖统筹区 · the region whose fund it runs
 * @param name 机构名称 · of the agency
 * @param city 所在城市 · where its office is, in Chinese
 * @param hotlines 热线 · further numbers, each for one topic
 */
public record PublishedAgency(
        String region,
        String name,
        String address,
        String phone,
        String city,
        @Nullable String note,
        String source,
        List<Phone> hotlines,
        long version) {

    public static PublishedAgency of(Versioned<Agency> stored) {
        Agency agency = stored.value();
        return new PublishedAgency(
                agency.region().value(),
                agency.name(),
                agency.address(),
                agency.phone(),
                agency.city(),
                agency.note(),
                agency.source(),
                agency.hotlines().stream().map(Phone::of).toList(),
                stored.version());
    }

    /**
     * A hotline.
     *
     * @param topic 用途 · what it answers, in Chinese
     */
    public record Phone(String topic, String phone, String source) {

        static Phone of(Hotline hotline) {
            return new Phone(hotline.topic(), hotline.phone(), hotline.source());
        }
    }
}
