package io.crosscare.correction.desk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/**
 * The letter as a PDF of A4 pages. Its letters are the Song face that PDF names for simplified Chinese and every reader brings;
 * no font is in the file. A rare character that face does not have is printed as {@code 〓}; the page to be printed has it.
 */
final class LetterPdf {

    private static final String FACE = "STSong-Light";
    private static final String ENCODING = "UniGB-UCS2-H";
    private static final int MISSING = '〓';

    /** The face has the dot between words under another number only. */
    private static final int DOT = '\u00B7';

    private static final int DOT_OF_THE_FACE = '\u30FB';
    private static final float MARGIN_POINTS = 57;
    private static final float SIZE_POINTS = 10.5f;
    private static final float SMALL_POINTS = 8;
    private static final float LARGE_POINTS = 16;
    private static final float GAP_POINTS = 8;
    private static final float SEAL_GAP_POINTS = 40;
    private static final float CELL_PADDING_POINTS = 5;
    private static final float WHOLE_PERCENT = 100;
    private static final float[] COLUMNS = {34, 66};

    private final BaseFont face;
    private final Font normal;
    private final Font small;

    private LetterPdf() {
        try {
            this.face = BaseFont.createFont(FACE, ENCODING, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.normal = new Font(face, SIZE_POINTS);
        this.small = new Font(face, SMALL_POINTS);
    }

    /** Reads the measures of the face from the class path, so it may wait. */
    static byte[] of(Letter letter) {
        return new LetterPdf().write(letter);
    }

    private byte[] write(Letter letter) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS, MARGIN_POINTS);
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(Letter.LANGUAGE));
        writer.setViewerPreferences(PdfWriter.DisplayDocTitle);
        document.addTitle(Letter.NAME);
        document.open();
        document.add(paragraph(Letter.HEADING, new Font(face, LARGE_POINTS), Element.ALIGN_CENTER));
        document.add(paragraph(Letter.HEADING_EN, small, Element.ALIGN_CENTER));
        letter.paragraphs().forEach(text -> document.add(paragraph(text, normal, Element.ALIGN_LEFT)));
        document.add(table(letter));
        Paragraph seal = paragraph(Letter.SEAL, normal, Element.ALIGN_RIGHT);
        seal.setSpacingBefore(SEAL_GAP_POINTS);
        document.add(seal);
        document.add(paragraph(Letter.SEAL_EN, small, Element.ALIGN_RIGHT));
        document.close();
        return bytes.toByteArray();
    }

    private Paragraph paragraph(String text, Font font, int alignment) {
        Paragraph paragraph = new Paragraph(printable(text), font);
        paragraph.setAlignment(alignment);
        paragraph.setSpacingAfter(GAP_POINTS);
        return paragraph;
    }

    private PdfPTable table(Letter letter) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(WHOLE_PERCENT);
        table.setSpacingBefore(GAP_POINTS);
        for (Letter.Row row : letter.rows()) {
            Phrase name = new Phrase(printable(row.zh()) + "\n", normal);
            name.add(new Phrase(printable(row.en()), small));
            table.addCell(cell(name));
            table.addCell(cell(new Phrase(printable(row.value()), normal)));
        }
        return table;
    }

    private static PdfPCell cell(Phrase phrase) {
        PdfPCell cell = new PdfPCell(phrase);
        cell.setPadding(CELL_PADDING_POINTS);
        return cell;
    }

    private String printable(String text) {
        return text.codePoints()
                .map(character -> character == DOT ? DOT_OF_THE_FACE : character)
                .map(character -> character == '\n' || face.charExists(character) ? character : MISSING)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
