package io.crosscare.registry.web;

import io.crosscare.chassis.problem.FieldChecks;
import io.crosscare.registry.directory.AskConnection;
import io.crosscare.registry.directory.Page;
import io.crosscare.registry.directory.PublishedConnectivity;
import io.crosscare.registry.directory.Register;
import io.crosscare.registry.model.ConnectionQuestion;
import io.crosscare.registry.model.ConnectivityQuery;
import io.crosscare.registry.model.ConnectivityRow;
import io.crosscare.registry.model.InsurancePlan;
import io.crosscare.registry.model.RegionBook;
import io.crosscare.registry.model.ServiceType;
import java.util.Set;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which regions are connected: with a day the answer for one person, without one the rows. */
@RestController
@RequestMapping("/api/v1/connectivity")
class ConnectivityController {

    private static final String DAY = "on";
    private static final Set<String> FILTERS =
            QueryFields.listOf("insuredRegion", "careRegion", "serviceType", "category");
    private static final Set<String> QUESTION = Set.of("insuredRegion", "careRegion", "serviceType", "category", DAY);

    private final Register<ConnectivityRow> rows;
    private final AskConnection askConnection;
    private final Sentences sentences;

    ConnectivityController(Register<ConnectivityRow> rows, AskConnection askConnection, RegionBook regions) {
        this.rows = rows;
        this.askConnection = askConnection;
        this.sentences = new Sentences(regions);
    }

    @GetMapping(params = DAY)
    Mono<ConnectionResponse> answer(@RequestParam MultiValueMap<String, String> parameters) {
        var fields = new QueryFields(parameters, QUESTION);
        FieldChecks checks = fields.checks();
        var insuredRegion = checks.region("insuredRegion", fields.text("insuredRegion"));
        var careRegion = checks.region("careRegion", fields.text("careRegion"));
        var serviceType = checks.oneOf("serviceType", fields.text("serviceType"), ServiceType.class);
        var plan = checks.oneOf("category", fields.text("category"), InsurancePlan.class);
        var on = checks.date(DAY, fields.text(DAY));
        checks.throwIfInvalid();

        var question = new ConnectionQuestion(
                insuredRegion.value(), careRegion.value(), serviceType.value(), plan.value(), on.value());
        return askConnection.ask(question).map(answered -> ConnectionResponse.of(answered, sentences));
    }

    @GetMapping
    Mono<ListResponse<PublishedConnectivity>> list(@RequestParam MultiValueMap<String, String> parameters) {
        var fields = new QueryFields(parameters, FILTERS);
        FieldChecks checks = fields.checks();
        var insuredRegion = checks.optionalRegion("insuredRegion", fields.text("insuredRegion"));
        var careRegion = checks.optionalRegion("careRegion", fields.text("careRegion"));
        var serviceType = checks.optionalOneOf("serviceType", fields.text("serviceType"), ServiceType.class);
        var plan = checks.optionalOneOf("category", fields.text("category"), InsurancePlan.class);
        var cursor = fields.cursor();
        var limit = fields.limit();
        checks.throwIfInvalid();

        var query =
                new ConnectivityQuery(insuredRegion.orNull(), careRegion.orNull(), serviceType.orNull(), plan.orNull());
        var matching = rows.after(cursor.orNull()).filter(row -> query.matches(row.value()));
        return Page.firstOf(
                        matching,
                        QueryFields.orDefault(limit),
                        row -> row.value().id())
                .map(page -> ListResponse.of(page, PublishedConnectivity::of));
    }
}
