package io.crosscare.correction.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.crosscare.chassis.agency.Agency;
import io.crosscare.correction.desk.model.CorrectionCase;
import io.crosscare.correction.desk.model.Facts;
import io.crosscare.correction.desk.model.Level;
import io.crosscare.correction.desk.model.Office;
import io.crosscare.correction.desk.model.Stage;
import io.crosscare.correction.desk.model.Station;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** The letter on both papers. */
class LetterTest {

    private static final Agency SENDER = new Agency(Facts.SHANGHAI, "上海市医疗保险事业管理中心", "021-12345678", 1);

    private final Letter letter = Letter.of(
            CorrectionCase.opened(Facts.refusal(1, 2), Facts.minute(3)),
            new Stage.Outside(
                    new Station(new Office(Level.INSURED_AGENCY, "330100"), Facts.minute(4), null, false, false),
                    new Office(Level.CARE_AGENCY, "310000")),
            Optional.of(SENDER),
            Facts.minute(5));

    @Test
    void saysTheSameOnBoth() throws IOException {
        String page = LetterPage.of(letter);
        String pdf = withoutSpace(textOf(LetterPdf.of(letter)));

        assertThat(letter.rows()).hasSizeGreaterThan(12);
        for (Letter.Row row : letter.rows()) {
            assertThat(page).contains(row.zh(), row.en(), row.value());
            assertThat(pdf).contains(withoutSpace(row.zh()), withoutSpace(row.en()), withoutSpace(row.value()));
        }
        letter.paragraphs().forEach(text -> {
            assertThat(page).contains(text);
            assertThat(pdf).contains(withoutSpace(text));
        });
        for (String said : List.of(Letter.HEADING, Letter.HEADING_EN, Letter.SEAL, Letter.SEAL_EN)) {
            assertThat(page).contains(said);
            assertThat(pdf).contains(withoutSpace(said));
        }
    }

    @Test
    void namesItsLanguageAndTitleOnBoth() throws IOException {
        try (PDDocument document = Loader.loadPDF(LetterPdf.of(letter))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("异地就医结算协查函");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(LetterPage.of(letter)).contains("<html lang=\"zh-CN\">", "<title>异地就医结算协查函</title>");
    }

    @Test
    void marksARareCharacterThatTheFaceDoesNotHave() throws IOException {
        Letter rare = new Letter(List.of("患者名中有𠮷字"), List.of());

        assertThat(withoutSpace(textOf(LetterPdf.of(rare)))).contains("患者名中有〓字");
        assertThat(LetterPage.of(rare)).contains("患者名中有𠮷字");
    }

    @Test
    void goesOnOnASecondPage() throws IOException {
        Letter longest = new Letter(List.of(), List.of(new Letter.Row("请求协查", "What is asked", "请核对备案。".repeat(400))));

        assertThat(withoutSpace(textOf(LetterPdf.of(longest)))).contains("请核对备案。请核对备案。", Letter.SEAL);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Where a line breaks is the paper's, and which of two dots it has. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s", "").replace('\u00B7', '\u30FB');
    }
}
