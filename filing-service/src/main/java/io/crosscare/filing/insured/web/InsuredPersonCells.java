package io.crosscare.filing.insured.web;

import io.crosscare.chassis.problem.ProblemException;
import io.crosscare.chassis.problem.Text;
import io.crosscare.filing.batch.Column;
import io.crosscare.filing.insured.web.InsuredPersonRequest.CardRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A person in the cells of a CSV file. Several cards stand in one cell, between semicolons, the parts of each between colons:
 * {@code PROVINCIAL_CARD:A12345678:321100:ACTIVE}; entitlements likewise, their days last.
 */
final class InsuredPersonCells {

    static final List<Column> COLUMNS = List.of(
            Column.required("insuredRegion", "参保地"),
            Column.required("personNumber", "人员编号"),
            Column.required("plan", "险种"),
            Column.required("personType", "人员类别"),
            Column.required("name", "姓名"),
            Column.required("identityNumber", "公民身份号码"),
            Column.optional("phone", "电话"),
            Column.required("insuranceStatus", "参保状态"),
            Column.required("householdRegistration", "户籍地"),
            Column.optional("schoolYear", "按学年参保"),
            Column.optional("cards", "社会保障卡"),
            Column.optional("statusFrom", "参保状态起始日"),
            Column.optional("statusTo", "参保状态截止日"),
            Column.optional("communityClinic", "本人社区卫生服务机构"),
            Column.optional("diseaseEntitlements", "门慢门特待遇"));

    private static final Text YES_OR_NO = Text.of("应为 true 或 false（是或否）", "must be true or false");
    private static final int CARD_PARTS = 4;
    private static final int ENTITLEMENT_PARTS = 6;

    private InsuredPersonCells() {}

    static InsuredPersonRequest toRequest(Map<String, String> cells) {
        return new InsuredPersonRequest(
                cells.get("insuredRegion"),
                cells.get("personNumber"),
                cells.get("plan"),
                cells.get("personType"),
                cells.get("name"),
                cells.get("identityNumber"),
                cells.get("phone"),
                cells.get("insuranceStatus"),
                cells.get("householdRegistration"),
                yesOrNo(cells.get("schoolYear")),
                listOf("cards", cells.get("cards"), CARD_PARTS, InsuredPersonCells::card),
                cells.get("statusFrom"),
                cells.get("statusTo"),
                cells.get("communityClinic"),
                listOf(
                        "diseaseEntitlements",
                        cells.get("diseaseEntitlements"),
                        ENTITLEMENT_PARTS,
                        InsuredPersonCells::entitlement));
    }

    private static @Nullable Boolean yesOrNo(@Nullable String cell) {
        return switch (cell) {
            case null -> null;
            case "true", "TRUE", "是", "1" -> true;
            case "false", "FALSE", "否", "0" -> false;
            default -> throw ProblemException.invalid("schoolYear", "type", YES_OR_NO);
        };
    }

    private static <T> @Nullable List<@Nullable T> listOf(
            String field, @Nullable String cell, int parts, Function<Parts, T> element) {
        return cell == null
                ? null
                : Arrays.stream(cell.split(";"))
                        .<@Nullable T>map(one -> element.apply(Parts.of(field, one, parts)))
                        .toList();
    }

    private static CardRequest card(Parts parts) {
        return new CardRequest(parts.at(0), parts.at(1), parts.at(2), parts.at(3));
    }

    private static EntitlementRequest entitlement(Parts parts) {
        return new EntitlementRequest(parts.at(0), parts.at(1), parts.at(2), parts.at(3), parts.at(4), parts.at(5));
    }

    /** One element of a list; what is empty is not said. */
    private record Parts(List<String> texts) {

        static Parts of(String field, String element, int max) {
            List<String> texts = List.of(element.split(":", -1));
            if (texts.size() > max) {
                throw ProblemException.invalid(
                        field,
                        "parts",
                        Text.of("每项应为 " + max + " 段，以冒号分隔", "must have " + max + " parts between colons"));
            }
            return new Parts(texts);
        }

        @Nullable
        String at(int index) {
            String text = index < texts.size() ? texts.get(index).strip() : "";
            return text.isEmpty() ? null : text;
        }
    }
}
