package io.crosscare.correction.desk.pack;

import io.crosscare.correction.desk.model.Cause;
import io.crosscare.correction.desk.model.CauseCard;
import io.crosscare.correction.desk.model.CommonCauses;
import io.crosscare.correction.desk.model.Condition;
import io.crosscare.correction.desk.model.DiagnosisRule;
import io.crosscare.correction.desk.model.PartyKind;
import io.crosscare.correction.desk.model.Repair;
import io.crosscare.correction.desk.model.RuleBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of the JSON resource that holds the rules of the diagnosis. An unknown word, a missing part or a rule given twice
 * keeps the service from starting.
 *
 * @param common which reasons lie outside any person, see {@link CommonCauses}
 */
public record DiagnosisPack(
        String note, Map<String, List<CommonCauses.Part>> common, List<CausePart> causes, List<RulePart> rules) {

    /** Where the shipped one lies. */
    public static final String SHIPPED = "/diagnosis/rules.json";

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** See {@link CauseCard}. */
    record CausePart(
            Cause cause,
            String zh,
            String en,
            PartyKind responsible,
            String adviceZh,
            String adviceEn,
            List<Repair> repairs,
            @Nullable ActionPart action) {

        private CauseCard toCard() {
            return new CauseCard(
                    cause, zh, en, responsible, adviceZh, adviceEn, repairs, action == null ? null : action.toAction());
        }
    }

    /** See {@link CauseCard.PreparedAction}. */
    record ActionPart(
            String door, @Nullable Map<String, String> body, String role, PartyKind by, String zh, String en) {

        private CauseCard.PreparedAction toAction() {
            return new CauseCard.PreparedAction(door, body, role, by, zh, en);
        }
    }

    /** See {@link DiagnosisRule}. */
    record RulePart(String id, Set<String> reasons, List<Condition> when, Cause cause) {

        private DiagnosisRule toRule() {
            return new DiagnosisRule(id, reasons, when, cause);
        }
    }

    /** The pack in a resource of the class path. */
    public static DiagnosisPack load(String resource) {
        try (InputStream stream = DiagnosisPack.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return STRICT.readValue(stream, DiagnosisPack.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RuleBase toRules() {
        return new RuleBase(
                causes.stream().map(CausePart::toCard).toList(),
                rules.stream().map(RulePart::toRule).toList());
    }

    public CommonCauses toCommonCauses() {
        return new CommonCauses(common);
    }
}
