package io.crosscare.filing.insured.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.chassis.security.Caller;
import io.crosscare.chassis.web.InputErrors;
import io.crosscare.filing.batch.BatchOrder;
import io.crosscare.filing.batch.Column;
import io.crosscare.filing.batch.NumberedRow;
import io.crosscare.filing.batch.RowHandler;
import io.crosscare.filing.batch.RowReading;
import io.crosscare.filing.batch.RowText;
import io.crosscare.filing.batch.model.BatchKind;
import io.crosscare.filing.batch.model.RowError;
import io.crosscare.filing.batch.model.RowOutcome;
import io.crosscare.filing.batch.model.RowResult;
import io.crosscare.filing.insured.HostedRegions;
import io.crosscare.filing.insured.RegisterInsuredPerson;
import io.crosscare.filing.insured.RegistrationOutcome;
import io.crosscare.filing.insured.model.Particulars;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Rows of an import of insured persons: in JSON as the door for one person takes it, in CSV with lists in one cell. */
public final class InsuredPersonRows implements RowHandler<Particulars> {

    private static final Text NOT_YOURS = Text.of("不是本机构可登记的统筹区", "is not a region whose persons this agency reports");
    private static final RowError IDENTITY_TAKEN =
            new RowError("identityNumber", "taken", "该证件号码在本统筹区已属于另一参保人", "belongs to another person of this region");

    private final RegisterInsuredPerson registering;
    private final HostedRegions hostedRegions;
    private final JsonMapper json;

    /**
     * Makes the handler.
     *
     * @param json as strict as at the doors
     */
    public InsuredPersonRows(RegisterInsuredPerson registering, HostedRegions hostedRegions, JsonMapper json) {
        this.registering = registering;
        this.hostedRegions = hostedRegions;
        this.json = json;
    }

    @Override
    public BatchKind kind() {
        return BatchKind.INSURED_PERSON_IMPORT;
    }

    @Override
    public List<Column> columns() {
        return InsuredPersonCells.COLUMNS;
    }

    /** From a row of the file its sender comes to the personId. */
    @Override
    public boolean keepsEveryResult() {
        return true;
    }

    @Override
    public RowReading<Particulars> read(RowText text, Caller.Agency agency) {
        return RowReading.of(() -> {
            Particulars particulars = requestOf(text).toParticulars();
            boolean isTheirs = hostedRegions.contains(particulars.insuredRegion())
                    && agency.isAgencyOf(particulars.insuredRegion());
            if (!isTheirs) {
                throw ProblemException.invalid("insuredRegion", "own-region", NOT_YOURS);
            }
            return new RowReading.Good<>(particulars, keysOf(particulars));
        });
    }

    private InsuredPersonRequest requestOf(RowText text) {
        return switch (text) {
            case RowText.Cells(var cells) -> InsuredPersonCells.toRequest(cells);
            case RowText.Json(String object) -> parse(object);
        };
    }

    private InsuredPersonRequest parse(String object) {
        try {
            InsuredPersonRequest request = json.readValue(object, InsuredPersonRequest.class);
            if (request == null) {
                throw ProblemException.invalid(List.of(InputErrors.WRONG_BODY));
            }
            return request;
        } catch (JacksonException e) {
            byte[] text = object.getBytes(StandardCharsets.UTF_8);
            throw ProblemException.invalid(InputErrors.ofJson(e, text, InsuredPersonRequest.class, json));
        }
    }

    /** A person stands once in a file, by either of the numbers. */
    private static List<String> keysOf(Particulars particulars) {
        return List.of(
                particulars.insuredRegion() + "/number/"
                        + particulars.personNumber().value(),
                particulars.insuredRegion() + "/identity/"
                        + particulars.identityNumber().value());
    }

    @Override
    public Mono<List<RowResult>> handle(BatchOrder order, List<NumberedRow<Particulars>> rows) {
        List<Particulars> all = rows.stream().map(NumberedRow::row).toList();
        return registering
                .registerAll(all, order.agency().subject(), order.id().value())
                .map(outcomes -> IntStream.range(0, rows.size())
                        .mapToObj(i -> resultOf(rows.get(i).number(), outcomes.get(i)))
                        .toList());
    }

    private static RowResult resultOf(int row, RegistrationOutcome outcome) {
        return switch (outcome) {
            case RegistrationOutcome.Registered(var person) ->
                RowResult.done(row, RowOutcome.ADDED, person.id().value());
            case RegistrationOutcome.Changed(var person) ->
                RowResult.done(row, RowOutcome.CHANGED, person.id().value());
            case RegistrationOutcome.Kept(var person) ->
                RowResult.done(row, RowOutcome.KEPT, person.id().value());
            case RegistrationOutcome.IdentityNumberTaken _ -> RowResult.refused(row, List.of(IDENTITY_TAKEN));
        };
    }
}
