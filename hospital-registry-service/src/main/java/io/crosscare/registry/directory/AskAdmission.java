package io.crosscare.registry.directory;

import io.crosscare.chassis.id.InstitutionCode;
import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.ServiceType;
import java.time.LocalDate;
import reactor.core.publisher.Mono;

/** "Does this institution take this person?", with the reason when it does not. */
public final class AskAdmission {

    private final Register<Institution> institutions;
    private final AskConnection askConnection;

    public AskAdmission(Register<Institution> institutions, AskConnection askConnection) {
        this.institutions = institutions;
        this.askConnection = askConnection;
    }

    /** Empty when there is no such institution. */
    public Mono<Answered> ask(InstitutionCode code, Visitor visitor) {
        return institutions.find(code.value()).flatMap(found -> ask(found.value(), visitor));
    }

    private Mono<Answered> ask(Institution institution, Visitor visitor) {
        var question = new ConnectionQuestion(
                visitor.insuredRegion(), institution.region(), visitor.serviceType(), visitor.plan(), visitor.on());
        return askConnection
                .ask(question)
                .map(connection -> new Answered(
                        institution,
                        connection.question(),
                        AdmissionAnswer.decide(institution, connection.connectivity(), connection.question())));
    }

    /** Who comes, for what and when. */
    public record Visitor(RegionCode insuredRegion, ServiceType serviceType, InsurancePlan plan, LocalDate on) {}

    /** An answer with what it is about. */
    public record Answered(Institution institution, ConnectionQuestion question, AdmissionAnswer answer) {}
}
