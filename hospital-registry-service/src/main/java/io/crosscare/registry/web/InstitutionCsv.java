package io.crosscare.registry.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.crosscare.registry.directory.PublishedInstitution;
import io.crosscare.registry.directory.PublishedInstitution.Open;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Institutions as a file that spreadsheets open as it is: UTF-8 with its mark, and no field that would be taken for a formula. */
final class InstitutionCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final List<String> HEADER = List.of(
            "机构代码 code",
            "机构名称 name",
            "统筹区 region",
            "区县 district",
            "类别 kind",
            "等级 level",
            "状态 status",
            "开通服务 capabilities",
            "暂停 suspensions",
            "开通范围标记 coverageMark",
            "出处 source",
            "临时代码 codeProvisional",
            "区县标记 districtMark",
            "等级标记 levelMark");

    private InstitutionCsv() {}

    static String of(List<PublishedInstitution> institutions) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(HEADER);
            institutions.forEach(institution -> writer.writeRecord(
                    fieldsOf(institution).stream().map(InstitutionCsv::plain).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory is always written", e);
        }
        return text.toString();
    }

    private static List<@Nullable String> fieldsOf(PublishedInstitution institution) {
        return Arrays.asList(
                institution.code(),
                institution.name(),
                institution.region(),
                institution.district(),
                institution.kind(),
                institution.level(),
                institution.status(),
                institution.capabilities().stream()
                        .map(InstitutionCsv::capability)
                        .collect(Collectors.joining("；")),
                suspensions(institution),
                institution.coverageMark(),
                institution.source(),
                institution.codeProvisional() ? "是 true" : "否 false",
                institution.districtMark(),
                institution.levelMark());
    }

    private static String capability(Open open) {
        return "%s（%s）%s".formatted(open.nameZh(), open.counterpart(), open.mark());
    }

    private static @Nullable String suspensions(PublishedInstitution institution) {
        List<PublishedInstitution.Suspended> suspensions = institution.suspensions();
        return suspensions == null
                ? null
                : suspensions.stream()
                        .map(one -> one.from() + "至" + Objects.toString(one.to(), "恢复") + "：" + one.reason())
                        .collect(Collectors.joining("；"));
    }

    /** What would be run when the file is opened is made text. */
    static String plain(@Nullable String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
