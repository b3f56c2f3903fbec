package io.crosscare.correction.desk.web;

import org.springframework.web.util.HtmlUtils;

/** The letter as a page to be printed: no script, every value escaped. */
final class LetterPage {

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="UTF-8">
        <title>%s</title>
        <style>
        body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; margin: 2em auto; max-width: 42em; color: #111; }
        h1 { font-size: 1.5em; text-align: center; }
        h1 small { display: block; font-size: 0.6em; font-weight: normal; color: #555; }
        table { border-collapse: collapse; width: 100%%; }
        th, td { border: 1px solid #888; padding: 0.4em 0.6em; text-align: left; vertical-align: top; }
        th { width: 34%%; font-weight: normal; background: #f4f4f4; }
        th small { display: block; color: #555; }
        .seal { margin-top: 3em; text-align: right; }
        @media print { body { margin: 0; max-width: none; } th { background: none; } @page { size: A4; margin: 20mm; } }
        </style>
        </head>
        <body>
        <h1>%s<small>%s</small></h1>
        """.formatted(Letter.LANGUAGE, Letter.NAME, Letter.HEADING, Letter.HEADING_EN);

    private final StringBuilder page = new StringBuilder(HEAD);

    private LetterPage() {}

    static String of(Letter letter) {
        LetterPage written = new LetterPage();
        letter.paragraphs().forEach(written::paragraph);
        written.page.append("<table>\n");
        letter.rows().forEach(written::row);
        written.page
                .append("</table>\n<p class=\"seal\">")
                .append(escaped(Letter.SEAL))
                .append("<br>")
                .append(escaped(Letter.SEAL_EN))
                .append("</p>\n</body>\n</html>\n");
        return written.page.toString();
    }

    private void paragraph(String text) {
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    private void row(Letter.Row row) {
        page.append("<tr><th>")
                .append(escaped(row.zh()))
                .append("<small>")
                .append(escaped(row.en()))
                .append("</small></th><td>")
                .append(escaped(row.value()))
                .append("</td></tr>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
