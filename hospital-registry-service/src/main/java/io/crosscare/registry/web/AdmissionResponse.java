package io.crosscare.registry.web;

import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.time.ChinaTime;
import io.crosscare.registry.directory.AskAdmission;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.RefusalReason;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an institution takes a person, the reason when it does not, and what the answer rests on.
 *
 * @param institutionName 机构名称 · as registered
 * @param serviceType {@link io.crosscare.registry.model.ServiceType}
 * @param plan {@link io.crosscare.registry.model.InsurancePlan}
 * @param reason {@link RefusalReason}
 * @param suspension 暂停医保服务 · the days that refuse it; absent where no suspension does
 * @param outages 停机公告 · announced times without systems that touch the day; absent where there are none
 */
record AdmissionResponse(
        String institutionCode,
        String institutionName,
        String insuredRegion,
        String careRegion,
        String serviceType,
        String plan,
        LocalDate on,
        boolean open,
        @Nullable String reason,
        String messageZh,
        String messageEn,
        String source,
        String mark,
        PublishedInstitution.@Nullable Suspended suspension,
        @Nullable List<PublishedInstitution.Notice> outages) {

    static AdmissionResponse of(AskAdmission.Answered answered, Sentences sentences) {
        var institution = answered.institution();
        var question = answered.question();
        RefusalReason reason = reasonOf(answered.answer());
        Text message = sentences.of(answered);
        Ground ground = Ground.of(institution, answered.answer(), question.serviceType());
        return new AdmissionResponse(
                institution.code().value(),
                institution.name(),
                question.insuredRegion().value(),
                question.careRegion().value(),
                question.serviceType().name(),
                question.plan().name(),
                question.on(),
                reason == null,
                reason == null ? null : reason.name(),
                message.zh(),
                message.en(),
                ground.source(),
                ground.mark().zh(),
                answered.answer() instanceof AdmissionAnswer.Suspended(var suspension)
                        ? PublishedInstitution.Suspended.of(suspension)
                        : null,
                outagesOn(institution, question.on()));
    }

    private static @Nullable List<PublishedInstitution.Notice> outagesOn(Institution institution, LocalDate day) {
        List<PublishedInstitution.Notice> notices = institution.outages().stream()
                .filter(outage -> outage.touches(day, ChinaTime.ZONE))
                .map(PublishedInstitution.Notice::of)
                .toList();
        return notices.isEmpty() ? null : notices;
    }

    private static @Nullable RefusalReason reasonOf(AdmissionAnswer answer) {
        return switch (answer) {
            case AdmissionAnswer.Admitted _ -> null;
            case AdmissionAnswer.InstitutionNotOpen _, AdmissionAnswer.Suspended _ ->
                RefusalReason.INSTITUTION_NOT_CONNECTED;
            case AdmissionAnswer.NotConnected(var refused) -> refused.reason();
        };
    }
}
