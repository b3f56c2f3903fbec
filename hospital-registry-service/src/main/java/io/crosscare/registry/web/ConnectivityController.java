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
import org.jspecify.annotations.Nullable;
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

    private final Register<ConnectivityRow> rows;
    private final AskConnection askConnection;
    private final Sentences sentences;

    ConnectivityController(Register<ConnectivityRow> rows, AskConnection askConnection, RegionBook regions) {
        this.rows = rows;
        this.askConnection = askConnection;
        this.sentences = new Sentences(regions);
    }

    /**
     * 某日能否直接结算 · Whether a person is settled directly on a day. Asked with {@code on}, and then with all the others but
     * cursor and limit.
     *
     * @param insuredRegion where the person is insured
     * @param careRegion where the person is treated
     * @param serviceType {@link ServiceType}
     * @param category {@link InsurancePlan}
     * @param on the day of care in China
     * @return the answer for one person on one day
     */
    @GetMapping(params = DAY)
    Mono<ConnectionResponse> answer(
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String on) {
        FieldChecks checks = new FieldChecks();
        var insured = checks.region("insuredRegion", insuredRegion);
        var care = checks.region("careRegion", careRegion);
        var service = checks.oneOf("serviceType", serviceType, ServiceType.class);
        var plan = checks.oneOf("category", category, InsurancePlan.class);
        var day = checks.date(DAY, on);
        checks.throwIfInvalid();

        var question =
                new ConnectionQuestion(insured.value(), care.value(), service.value(), plan.value(), day.value());
        return askConnection.ask(question).map(answered -> ConnectionResponse.of(answered, sentences));
    }

    /**
     * 互联互通表 · The rows of connectivity. Without {@code on} the rows themselves are listed.
     *
     * @param insuredRegion optional
     * @param careRegion optional
     * @param serviceType optional, {@link ServiceType}
     * @param category optional, {@link InsurancePlan}
     * @param cursor optional
     * @param limit optional
     * @return a page of rows
     */
    @GetMapping
    Mono<ListResponse<PublishedConnectivity>> list(
            @RequestParam(required = false) @Nullable String insuredRegion,
            @RequestParam(required = false) @Nullable String careRegion,
            @RequestParam(required = false) @Nullable String serviceType,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable String limit) {
        FieldChecks checks = new FieldChecks();
        var insured = checks.optionalRegion("insuredRegion", insuredRegion);
        var care = checks.optionalRegion("careRegion", careRegion);
        var service = checks.optionalOneOf("serviceType", serviceType, ServiceType.class);
        var plan = checks.optionalOneOf("category", category, InsurancePlan.class);
        var after = ListCursor.of(checks, cursor, ConnectivityRow.ID_FORM);
        var size = checks.pageSize("limit", limit);
        checks.throwIfInvalid();

        var query = new ConnectivityQuery(insured.orNull(), care.orNull(), service.orNull(), plan.orNull());
        var matching = rows.after(after.orNull()).filter(row -> query.matches(row.value()));
        return Page.firstOf(
                        matching,
                        size.orElse(FieldChecks.PAGE_SIZE_DEFAULT),
                        row -> row.value().id())
                .map(page -> ListResponse.of(page, PublishedConnectivity::of));
    }
}
