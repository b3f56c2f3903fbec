package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.directory.AskUsableInstitutions;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.Institution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where persons of one region settle directly in another on a day.
 *
 * @param serviceType {@link io.crosscare.registry.model.ServiceType}
 * @param open 是否开通 · whether it is open for any of the plans asked for
 * @param plans 各险种 · for each plan whether it is open, and why not
 * @param insuredAgency 参保地经办机构 · whom to ask about filing
 * @param careAgency 就医地经办机构 · whom to ask about institutions
 * @param institutionsKnown 是否收录机构 · whether institutions of the care region are known here at all
 * @param noteZh 提示 · where it is open and nobody can be listed, or none is known: why, and whom to ask; absent otherwise
 * @param noteEn 提示（英文） · the same in English
 * @param items 可用机构 · on this page; none where it is not open, none is known here, or none of those takes such persons
 */
record UsableInstitutionsResponse(
        String insuredRegion,
        String careRegion,
        String serviceType,
        LocalDate on,
        boolean open,
        List<PlanConnection> plans,
        KnownAgency insuredAgency,
        KnownAgency careAgency,
        boolean institutionsKnown,
        @Nullable String noteZh,
        @Nullable String noteEn,
        List<UsableInstitution> items,
        @Nullable String nextCursor) {

    private static final Text NOT_KNOWN = Text.of(
            "本系统未收录该地区的医疗机构，请向就医地经办机构查询，或查询国家异地就医平台 si.12333.gov.cn",
            "The institutions of this region are not known here; ask its agency, or the national list at"
                    + " si.12333.gov.cn");

    private static final Text NONE_OPEN = Text.of(
            "本系统收录的该地区医疗机构，当日均未标明对该参保地开通此项服务；请向就医地经办机构查询，或查询国家异地就医平台 si.12333.gov.cn",
            "Care is open between the regions, and of the institutions known here none is marked as open for it on"
                    + " that day; ask the agency of the care region, or the national list at si.12333.gov.cn");

    static UsableInstitutionsResponse of(AskUsableInstitutions.Answered answered, Sentences sentences, Instant now) {
        var question = answered.question();
        List<PlanConnection> plans = answered.connections().stream()
                .map(one -> PlanConnection.of(one, sentences))
                .toList();
        String lastId = answered.institutions().lastId();
        boolean isOpen = plans.stream().anyMatch(PlanConnection::open);
        Text note = note(answered, isOpen);
        return new UsableInstitutionsResponse(
                question.insuredRegion().value(),
                question.careRegion().value(),
                question.serviceType().name(),
                question.on(),
                isOpen,
                plans,
                KnownAgency.of(question.insuredRegion(), answered.insuredAgency()),
                KnownAgency.of(question.careRegion(), answered.careAgency()),
                answered.isRegionListed(),
                note == null ? null : note.zh(),
                note == null ? null : note.en(),
                answered.institutions().items().stream()
                        .map(usable -> UsableInstitution.of(usable, now))
                        .toList(),
                lastId == null ? null : ListCursor.encode(lastId));
    }

    /** Where somebody asked by name, or for a further page, the empty list says no more than that. */
    private static @Nullable Text note(AskUsableInstitutions.Answered answered, boolean isOpen) {
        if (!answered.isRegionListed()) {
            return NOT_KNOWN;
        }
        var question = answered.question();
        boolean isOfAll = question.name() == null && question.after() == null;
        return isOpen && isOfAll && answered.institutions().items().isEmpty() ? NONE_OPEN : null;
    }

    /**
     * Whether it is open for one plan.
     *
     * @param plan {@link io.crosscare.registry.model.InsurancePlan}
     * @param reason {@link io.crosscare.registry.model.RefusalReason}
     */
    record PlanConnection(
            String plan,
            boolean open,
            @Nullable String reason,
            String messageZh,
            String messageEn,
            String source,
            String mark) {

        static PlanConnection of(AskUsableInstitutions.PlanAnswer one, Sentences sentences) {
            ConnectionAnswer answer = one.answer();
            Text message = sentences.of(answer, one.question());
            Ground ground = Ground.of(answer, one.question().serviceType());
            return new PlanConnection(
                    one.question().plan().name(),
                    !(answer instanceof ConnectionAnswer.Refused),
                    answer instanceof ConnectionAnswer.Refused refused
                            ? refused.reason().name()
                            : null,
                    message.zh(),
                    message.en(),
                    ground.source(),
                    ground.mark().zh());
        }
    }

    /**
     * The agency of a region, as far as it is known here.
     *
     * @param known 是否收录 · whether the sources name one
     * @param messageZh 提示 · what to do
     */
    record KnownAgency(
            String region,
            boolean known,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            String messageZh,
            String messageEn) {

        static KnownAgency of(RegionCode region, Optional<Agency> agency) {
            return agency.map(one -> new KnownAgency(
                            region.value(),
                            true,
                            one.name(),
                            one.phone(),
                            one.address(),
                            "请咨询" + one.name() + "，电话" + one.phone(),
                            "Ask this agency; its phone is " + one.phone()))
                    .orElseGet(() -> new KnownAgency(
                            region.value(),
                            false,
                            null,
                            null,
                            null,
                            "本系统未收录该地区经办机构",
                            "The agency of this region is not known here"));
        }
    }

    /**
     * An institution that takes such persons.
     *
     * @param code 机构代码 · H and eleven digits
     * @param name 机构名称 · as registered
     * @param district 所在区县 · absent where unknown
     * @param kind {@link io.crosscare.registry.model.InstitutionKind}
     * @param levelMark 等级的出处标记 · how the level is known
     * @param plans 适用险种 · {@link io.crosscare.registry.model.InsurancePlan}
     * @param capability 开通服务 · its name in Chinese; absent at home, where none is needed
     * @param outages 停机公告 · announced times without systems that are not over; absent where there are none
     */
    record UsableInstitution(
            String code,
            String name,
            @Nullable String district,
            String kind,
            @Nullable String level,
            @Nullable String levelMark,
            List<String> plans,
            @Nullable String capability,
            @Nullable List<PublishedInstitution.Notice> outages,
            String source,
            String mark) {

        static UsableInstitution of(AskUsableInstitutions.Usable usable, Instant now) {
            Institution institution = usable.stored().value();
            PublishedInstitution published = PublishedInstitution.of(usable.stored(), now);
            Capability capability = usable.capability();
            return new UsableInstitution(
                    published.code(),
                    published.name(),
                    published.district(),
                    published.kind(),
                    published.level(),
                    published.levelMark(),
                    usable.plans().stream().map(Enum::name).toList(),
                    capability == null ? null : capability.kind().zh(),
                    published.outages(),
                    capability == null ? institution.source() : capability.source(),
                    (capability == null ? institution.coverage() : capability.mark()).zh());
        }
    }
}
