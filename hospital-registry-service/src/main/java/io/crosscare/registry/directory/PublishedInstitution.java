package io.crosscare.registry.directory;

import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.Marked;
import io.crosscare.registry.model.Outage;
import io.crosscare.registry.model.Suspension;
import io.crosscare.registry.model.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An institution as the doors answer it and as {@code registry.institution.v1} carries it: one form.
 *
 * @param code 机构代码 · H and eleven digits
 * @param codeProvisional 临时代码 · true while the national code is not known
 * @param name 机构名称 · as registered
 * @param region 所在统筹区 · the care region for settlements
 * @param district 所在区县 · absent where unknown
 * @param districtMark 区县的出处标记 · how the district is known
 * @param kind {@link io.crosscare.registry.model.InstitutionKind}
 * @param level {@link io.crosscare.registry.model.InstitutionLevel}
 * @param levelMark 等级的出处标记 · how the level is known
 * @param status {@link io.crosscare.registry.model.InstitutionStatus}: on the day of the answer, or of the event
 * @param capabilities 已开通服务 · what it is open for
 * @param suspensions 暂停医保服务 · days on which nobody is settled directly there; absent where there are none
 * @param outages 停机公告 · announced times without systems that are not over; absent where there are none
 * @param coverageMark 开通范围的出处标记 · how it is known that it is open for nothing else
 */
public record PublishedInstitution(
        String code,
        boolean codeProvisional,
        String name,
        String region,
        @Nullable String district,
        @Nullable String districtMark,
        String kind,
        @Nullable String level,
        @Nullable String levelMark,
        String status,
        List<Open> capabilities,
        @Nullable List<Suspended> suspensions,
        @Nullable List<Notice> outages,
        String coverageMark,
        String source,
        long version) {

    /** As it is seen at an instant: its status is of that day, and outages that are over are left out. */
    public static PublishedInstitution of(Versioned<Institution> stored, Instant now) {
        Institution institution = stored.value();
        var district = institution.district();
        var level = institution.level();
        return new PublishedInstitution(
                institution.code().value(),
                institution.isCodeProvisional(),
                institution.name(),
                institution.region().value(),
                district == null ? null : district.value().value(),
                markOf(district),
                institution.kind().name(),
                level == null ? null : level.value().name(),
                markOf(level),
                institution.statusOn(LocalDate.ofInstant(now, ChinaTime.ZONE)).name(),
                institution.capabilities().stream().map(Open::of).toList(),
                orAbsent(institution.suspensions().stream().map(Suspended::of).toList()),
                orAbsent(institution.outages().stream()
                        .filter(outage -> !outage.isOverAt(now))
                        .map(Notice::of)
                        .toList()),
                institution.coverage().zh(),
                institution.source(),
                stored.version());
    }

    private static <T> @Nullable List<T> orAbsent(List<T> list) {
        return list.isEmpty() ? null : list;
    }

    private static @Nullable String markOf(@Nullable Marked<?> marked) {
        return marked == null ? null : marked.mark().zh();
    }

    /**
     * A capability.
     *
     * @param name 服务代码 · its stable name; {@code GET /capabilities} lists them
     * @param nameZh 中文名 · the name in Chinese
     * @param serviceTypes 服务类别 · {@link io.crosscare.registry.model.ServiceType}
     * @param direction {@link io.crosscare.registry.model.Direction}
     * @param counterpart 对方地区 · the region on the other side, or {@code *} for all regions of other provinces
     * @param from 起始日 · first day, a day in China; absent where the source names none
     * @param to 截止日 · last day, a day in China; absent while it is open
     */
    public record Open(
            String name,
            String nameZh,
            List<String> serviceTypes,
            String direction,
            String counterpart,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String source,
            String mark) {

        static Open of(Capability capability) {
            return new Open(
                    capability.kind().name(),
                    capability.kind().zh(),
                    capability.kind().serviceTypes().stream().map(Enum::name).toList(),
                    capability.direction().name(),
                    capability.counterpart().text(),
                    capability.from(),
                    capability.to(),
                    capability.source(),
                    capability.mark().zh());
        }
    }

    /**
     * Days on which the institution settles directly with nobody.
     *
     * @param from 起始日 · first day, a day in China
     * @param to 截止日 · last day, a day in China; absent until it is lifted
     * @param reason 原因 · in Chinese, for people
     */
    public record Suspended(LocalDate from, @Nullable LocalDate to, String reason) {

        public static Suspended of(Suspension suspension) {
            return new Suspended(suspension.from(), suspension.to(), suspension.reason());
        }
    }

    /**
     * An announced time without systems.
     *
     * @param from 开始时间 · when it begins, UTC
     * @param to 结束时间 · when it ends, UTC
     * @param zh 公告 · in Chinese
     * @param en 公告（英文） · in English; absent where it was given in Chinese only
     */
    public record Notice(
            Instant from, Instant to, String zh, @Nullable String en) {

        public static Notice of(Outage outage) {
            return new Notice(outage.from(), outage.to(), outage.zh(), outage.en());
        }
    }
}
