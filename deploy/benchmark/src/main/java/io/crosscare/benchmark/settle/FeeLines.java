package io.crosscare.benchmark.settle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;

/** Bodies of fee lines: items of the sample catalogue of Shanghai, one unit each, at prices drawn from the seed. */
final class FeeLines {

    /** The fee batch of every bill. */
    static final String BATCH = "1";

    /** The day of every visit; the sample policies and catalogues hold for it. */
    static final String DAY = "2019-09-10";

    /** Of each class: what is covered, what is covered in part, what is not. */
    private static final List<String> ITEMS =
            List.of("ZL0001", "YP0101", "YP0201", "ZL0005", "YP0001", "ZL0009", "YP0102", "ZL0007", "YP0003", "ZL0003");

    private static final int FEN_MIN = 1_000;
    private static final int FEN_BOUND = 30_000;

    private FeeLines() {}

    static List<String> bills(int count, int linesPerBill, Random random) {
        List<String> bills = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bills.add(bill(linesPerBill, random));
        }
        return bills;
    }

    private static String bill(int lines, Random random) {
        StringJoiner body = new StringJoiner(",", "{\"lines\":[", "]}");
        for (int i = 0; i < lines; i++) {
            int fen = random.nextInt(FEN_MIN, FEN_BOUND);
            body.add("""
                {"lineNumber":%d,"batch":"%s","itemCode":"%s","quantity":"1","unitPrice":"%d.%02d",\
                "amountFen":%d,"serviceDate":"%s"}\
                """.formatted(i + 1, BATCH, ITEMS.get(i % ITEMS.size()), fen / 100, fen % 100, fen, DAY));
        }
        return body.toString();
    }
}
