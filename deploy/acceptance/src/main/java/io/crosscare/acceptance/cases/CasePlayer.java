package io.crosscare.acceptance.cases;

import io.crosscare.acceptance.Answer;
import io.crosscare.acceptance.Call;
import io.crosscare.acceptance.Difference;
import io.crosscare.acceptance.Party;
import io.crosscare.acceptance.cases.WorkedCase.LineParts;
import io.crosscare.acceptance.cases.WorkedCase.ToReject;
import io.crosscare.acceptance.cases.WorkedCase.ToReverse;
import io.crosscare.acceptance.cases.WorkedCase.ToSettle;
import io.crosscare.acceptance.cases.WorkedCase.Unclear;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Plays one case through the doors, as the agency and the hospital of the case would, and says in what the suite differs. */
final class CasePlayer {

    private static final int REFUSED = 422;

    private final Suite suite;
    private final CaseScene scene;

    CasePlayer(Suite suite, CaseScene scene) {
        this.suite = suite;
        this.scene = scene;
    }

    /** What differs, each thing named; a case without differences has passed. */
    CaseResult play(WorkedCase worked) {
        List<String> differences = new ArrayList<>();
        try {
            switch (worked) {
                case Unclear unclear -> differences.addAll(unclear.complaints());
                case ToSettle settle -> settle(settle, differences);
                case ToReverse reverse -> reverse(reverse, differences);
                case ToReject reject -> reject(reject, differences);
            }
        } catch (Difference difference) {
            differences.add(String.valueOf(difference.getMessage()));
        }
        return new CaseResult(worked, differences);
    }

    /** The settlement of a case, where its amounts are right. */
    private Optional<Settled> settle(ToSettle worked, List<String> differences) {
        CaseInput input = worked.input();
        CaseScene.Patient patient = scene.prepare(input, scene.institutionOf(input));
        String visit = scene.bill(input, patient);
        Answer preview =
                suite.ask(patient.hospital(), scene.preview(input, visit)).require(200);
        List<String> previewed = worked.expected().differencesOf(preview.json());
        previewed.forEach(one -> differences.add("预结算 preview: " + one));
        Answer answer = suite.ask(patient.hospital(), scene.settlement(input, visit, preview.field("head")))
                .require(201);
        List<String> settled = worked.expected().differencesOf(answer.json());
        settled.stream()
                .filter(one -> !previewed.contains(one))
                .forEach(one -> differences.add("结算 settlement: " + one));
        Settled found = new Settled(patient, answer.string("id"));
        compareLines(worked.parts(), found, differences);
        JsonNode entry = entryOf(found, found.settlementId());
        if (settled.isEmpty()) {
            worked.expected()
                    .differencesOf(entry.path("settlement"))
                    .forEach(one -> differences.add("结算链 chain: " + one));
        }
        return differences.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    private record Settled(CaseScene.Patient patient, String settlementId) {}

    private void compareLines(List<LineParts> parts, Settled settled, List<String> differences) {
        if (parts.isEmpty()) {
            return;
        }
        Answer explanation = suite.ask(
                        settled.patient().hospital(),
                        Call.get("/settlements/" + settled.settlementId() + "/explanation"))
                .require(200);
        for (LineParts line : parts) {
            JsonNode came = lineOf(explanation.field("lines"), line.number());
            Map<String, Long> expected = Map.of(
                    "fullSelfPayFen", line.fullSelf(),
                    "overLimitSelfPayFen", line.overLimit(),
                    "upfrontSelfPayFen", line.classB(),
                    "eligibleCostFen", line.inScope());
            expected.forEach((field, fen) -> {
                if (came.path(field).asLong(Long.MIN_VALUE) != fen) {
                    differences.add("第 %d 条明细 line %d (%s): expected %d, came %s"
                            .formatted(line.number(), line.number(), field, fen, came.path(field)));
                }
            });
        }
    }

    private static JsonNode lineOf(JsonNode lines, int number) {
        for (JsonNode line : lines) {
            if (line.path("lineNumber").asInt() == number) {
                return line;
            }
        }
        throw new Difference("第 %d 条明细没有说明 · line %d is not explained".formatted(number, number));
    }

    private JsonNode entryOf(Settled settled, String id) {
        Call chain = Call.get("/persons/" + settled.patient().personId() + "/chain");
        return suite.list(settled.patient().agency(), chain).stream()
                .filter(entry -> entry.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new Difference("结算链中没有 · the chain lacks " + id));
    }

    private void reverse(ToReverse worked, List<String> differences) {
        Optional<Settled> settled = settle(worked.original(), differences);
        if (settled.isEmpty()) {
            return;
        }
        Party hospital = settled.get().patient().hospital();
        Answer undone = suite.ask(hospital, scene.cancellation(settled.get().settlementId()))
                .require(201);
        worked.expected().differencesOf(undone.json()).forEach(one -> differences.add("撤销 cancellation: " + one));
        JsonNode entry = entryOf(settled.get(), undone.string("id"));
        worked.expected().differencesOf(entry.path("undo")).forEach(one -> differences.add("结算链 chain: " + one));
        JsonNode original = entryOf(settled.get(), settled.get().settlementId());
        for (String counter : original.path("delta").propertyNames()) {
            long moved = original.path("delta").path(counter).asLong();
            long back = entry.path("delta").path(counter).asLong(0);
            if (moved != -back) {
                differences.add(
                        "累计 counter %s: 应退回 %d · expected %d back, came %d".formatted(counter, -moved, -moved, back));
            }
        }
    }

    private void reject(ToReject worked, List<String> differences) {
        CaseInput input = worked.input();
        String institution = worked.reason().equals("INSTITUTION_UNKNOWN")
                ? scene.institutionOrNobodys(input)
                : scene.institutionOf(input);
        Optional<Answer> refused = worked.door().equals("filing")
                ? filingRefusal(input, institution)
                : settlementRefusal(input, institution);
        if (refused.isEmpty()) {
            differences.add(
                    "应拒绝 %s，却未拒绝 · expected %s, but nothing was refused".formatted(worked.reason(), worked.reason()));
            return;
        }
        String came = refused.get().json().path("reason").asString(refused.get().text());
        if (!came.equals(worked.reason())) {
            differences.add("拒绝代码 reason: expected %s, came %s (%s)"
                    .formatted(worked.reason(), came, refused.get().call()));
        }
    }

    private Optional<Answer> filingRefusal(CaseInput input, String institution) {
        CaseScene.Patient patient = scene.register(input, institution);
        CaseInput.Filing filing = input.filing();
        if (filing == null) {
            throw new Difference("filing: 备案处的案例须写明备案 · a case of the filing door states a filing");
        }
        return onlyRefusal(suite.ask(patient.agency(), scene.filing(patient, filing)), 201);
    }

    private Optional<Answer> settlementRefusal(CaseInput input, String institution) {
        CaseScene.Patient patient = scene.prepare(input, institution);
        Answer visit = suite.ask(patient.hospital(), scene.visit(input, patient));
        if (visit.status() == REFUSED) {
            return Optional.of(visit);
        }
        String id = visit.require(201).string("id");
        scene.chargeFor(input, patient, id);
        Optional<Answer> preview = onlyRefusal(suite.ask(patient.hospital(), scene.preview(input, id)), 200);
        Optional<Answer> settlement =
                onlyRefusal(suite.ask(patient.hospital(), scene.settlement(input, id, null)), 201);
        if (preview.isPresent() != settlement.isPresent()) {
            throw new Difference("预结算与结算的答复不同 · preview and settlement differ: %s, %s"
                    .formatted(preview.map(Answer::text), settlement.map(Answer::text)));
        }
        return settlement;
    }

    private static Optional<Answer> onlyRefusal(Answer answer, int accepted) {
        return answer.status() == REFUSED
                ? Optional.of(answer)
                : Optional.of(answer.require(accepted)).filter(_ -> false);
    }
}
