package io.crosscare.registry.directory;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.registry.model.AdmissionAnswer;
import io.crosscare.registry.model.Agency;
import io.crosscare.registry.model.Capability;
import io.crosscare.registry.model.ConnectionAnswer;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.Connectivity;
import io.crosscare.registry.model.Institution;
import io.crosscare.registry.model.InstitutionOrder;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.ListedInstitution;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.ServiceType;
import io.crosscare.registry.model.Versioned;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * "Which institutions can I use?", asked by anybody: whether care is open there on a day, for which plans, and who takes such
 * persons. Nothing of a person is asked and nothing told. A region that the sources give no agency for has none here.
 */
public final class AskUsableInstitutions {

    private final AskConnection askConnection;
    private final InstitutionDirectory directory;
    private final Register<Agency> agencies;
    private final RegionBook regions;

    public AskUsableInstitutions(
            AskConnection askConnection,
            InstitutionDirectory directory,
            Register<Agency> agencies,
            RegionBook regions) {
        this.askConnection = askConnection;
        this.directory = directory;
        this.agencies = agencies;
        this.regions = regions;
    }

    /**
     * What is asked.
     *
     * @param plan null to ask for every plan
     * @param name part of the name of an institution, in Chinese or pinyin; null excludes none
     * @param after code of the last institution of the page before
     */
    public record Question(
            RegionCode insuredRegion,
            RegionCode careRegion,
            ServiceType serviceType,
            @Nullable InsurancePlan plan,
            LocalDate on,
            @Nullable String name,
            @Nullable String after,
            int limit) {

        List<InsurancePlan> plans() {
            return plan == null ? List.of(InsurancePlan.values()) : List.of(plan);
        }

        ConnectionQuestion connection(InsurancePlan ofPlan) {
            return new ConnectionQuestion(insuredRegion, careRegion, serviceType, ofPlan, on);
        }

        Question between(RegionCode insured, RegionCode care) {
            return new Question(insured, care, serviceType, plan, on, name, after, limit);
        }
    }

    /**
     * The answer.
     *
     * @param question between pooling regions
     * @param connections for each plan asked for
     * @param insuredAgency empty where none is known here
     * @param careAgency empty where none is known here
     * @param isRegionListed whether any institution of the care region is known here
     */
    public record Answered(
            Question question,
            List<PlanAnswer> connections,
            Optional<Agency> insuredAgency,
            Optional<Agency> careAgency,
            boolean isRegionListed,
            Page<Usable> institutions) {}

    /** Whether the care is open for one plan. */
    public record PlanAnswer(ConnectionQuestion question, ConnectionAnswer answer) {}

    /**
     * An institution that takes such persons.
     *
     * @param capability its firmest mark for it; null at home, where none is needed
     * @param plans whom of
     */
    public record Usable(
            Versioned<Institution> stored, @Nullable Capability capability, List<InsurancePlan> plans) {

        public Usable {
            plans = List.copyOf(plans);
        }
    }

    /** Answers; what is not connected has no institutions. */
    public Mono<Answered> ask(Question asked) {
        Question question = asked.between(
                regions.poolingRegionOf(asked.insuredRegion()), regions.poolingRegionOf(asked.careRegion()));
        return Mono.zip(
                        askConnection.connectivity(),
                        directory.upToDate(),
                        agency(question.insuredRegion()),
                        agency(question.careRegion()))
                .map(known -> new Answered(
                        question,
                        connections(question, known.getT1()),
                        known.getT3(),
                        known.getT4(),
                        isListed(question.careRegion(), known.getT2()),
                        page(question, asked.careRegion(), known.getT1(), known.getT2())));
    }

    private static boolean isListed(RegionCode region, InstitutionDirectory.Listing listing) {
        return listing.in(InstitutionOrder.CODE).stream()
                .anyMatch(listed -> listed.institution().region().equals(region));
    }

    private Mono<Optional<Agency>> agency(RegionCode region) {
        return agencies.find(region.value())
                .map(found -> Optional.of(found.value()))
                .defaultIfEmpty(Optional.empty());
    }

    private static List<PlanAnswer> connections(Question question, Connectivity connectivity) {
        return question.plans().stream()
                .map(question::connection)
                .map(connection -> new PlanAnswer(connection, connectivity.answer(connection)))
                .toList();
    }

    /** In the order of codes, within the region as it was asked: perhaps one district of the pooling region. */
    private static Page<Usable> page(
            Question question, RegionCode within, Connectivity connectivity, InstitutionDirectory.Listing listing) {
        String after = question.after();
        List<Usable> oneMore = listing.in(InstitutionOrder.CODE).stream()
                .filter(listed ->
                        after == null || listed.institution().code().value().compareTo(after) > 0)
                .filter(listed -> listed.institution().region().equals(question.careRegion())
                        && listed.institution().isIn(within))
                .filter(listed -> isNamed(listed, question.name()))
                .flatMap(listed -> usable(listed.stored(), question, connectivity))
                .limit(question.limit() + 1L)
                .toList();
        return Page.firstOf(
                oneMore,
                question.limit(),
                usable -> usable.stored().value().code().value());
    }

    private static boolean isNamed(ListedInstitution listed, @Nullable String name) {
        return name == null
                || listed.institution().name().contains(name)
                || listed.spoken().isWritten(name);
    }

    private static Stream<Usable> usable(Versioned<Institution> stored, Question question, Connectivity connectivity) {
        List<InsurancePlan> plans = new ArrayList<>();
        List<Capability> marks = new ArrayList<>();
        for (InsurancePlan plan : question.plans()) {
            AdmissionAnswer answer = AdmissionAnswer.decide(stored.value(), connectivity, question.connection(plan));
            if (answer instanceof AdmissionAnswer.Admitted(var _, var capability)) {
                plans.add(plan);
                if (capability != null) {
                    marks.add(capability);
                }
            }
        }
        Capability firmest =
                marks.stream().min(Comparator.comparing(Capability::mark)).orElse(null);
        return plans.isEmpty() ? Stream.empty() : Stream.of(new Usable(stored, firmest, plans));
    }
}
