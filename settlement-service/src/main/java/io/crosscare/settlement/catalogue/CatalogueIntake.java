package io.crosscare.settlement.catalogue;

import io.crosscare.chassis.region.RegionCode;
import io.crosscare.settlement.document.LineSplitter;
import io.crosscare.settlement.document.PackedText;
import io.crosscare.settlement.document.TextPacker;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One catalogue as its bytes arrive: checked, packed and counted line by line, so that what is kept in memory is its codes and its
 * compressed text. Not for several threads.
 */
final class CatalogueIntake {

    /** Rows of one version at most. */
    static final int ROWS_MAX = 200_000;

    /** Bytes of one version at most. */
    static final long BYTES_MAX = 40L * 1024 * 1024;

    /** Flaws that an answer tells; the error file has all. */
    static final int TOLD_MAX = 100;

    private final LineSplitter splitter = new LineSplitter();
    private final TextPacker packer = new TextPacker();
    private final ErrorFile errors = new ErrorFile();
    private final List<CatalogueFlaw> first = new ArrayList<>();
    private final CatalogueReader reader = new CatalogueReader(_ -> {}, this::note);
    private final Predicate<RegionCode> isOwn;
    private long bytes;
    private long flaws;

    /** One of any region. */
    CatalogueIntake() {
        this(_ -> true);
    }

    /** One of the caller's own regions; that it names another one is a flaw. */
    CatalogueIntake(Predicate<RegionCode> isOwn) {
        this.isOwn = isOwn;
    }

    /** What became of it. */
    sealed interface Outcome {

        record Sound(CatalogueFacts facts, int rows, PackedText document) implements Outcome {}

        /**
         * It is not published.
         *
         * @param facts whose it would be, where that can be read
         * @param first the first flaws
         * @param count of all flaws
         * @param errorFile all flaws as CSV
         */
        record Flawed(Optional<CatalogueFacts> facts, List<CatalogueFlaw> first, long count, PackedText errorFile)
                implements Outcome {}

        record TooLarge() implements Outcome {}
    }

    void accept(byte[] more) {
        bytes += more.length;
        if (!isTooLarge()) {
            splitter.accept(more).forEach(this::take);
        }
    }

    Outcome end() {
        if (isTooLarge()) {
            return new Outcome.TooLarge();
        }
        splitter.end().forEach(this::take);
        Optional<CatalogueFacts> facts = reader.end();
        if (facts.isPresent() && !isOwn.test(facts.get().region())) {
            note(new CatalogueFlaw(
                    reader.regionLine(), "region", "own-region", "表头写明的是其他地区的目录", "names a region of another agency"));
        }
        if (flaws > 0) {
            return new Outcome.Flawed(facts, List.copyOf(first), flaws, errors.end());
        }
        return new Outcome.Sound(
                facts.orElseThrow(() -> new IllegalStateException("flawless without facts")),
                reader.rows(),
                packer.end());
    }

    long flaws() {
        return flaws;
    }

    int rows() {
        return reader.rows();
    }

    private boolean isTooLarge() {
        return bytes > BYTES_MAX || reader.rows() > ROWS_MAX;
    }

    private void take(LineSplitter.Line line) {
        if (line.isTooLong()) {
            note(new CatalogueFlaw(line.number(), "row", "line-length", "一行过长", "is longer than 16 kB"));
            return;
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.bytes()))
                    .toString();
            packer.add(text);
            reader.take(line.number(), text);
        } catch (CharacterCodingException _) {
            note(new CatalogueFlaw(line.number(), "row", "utf-8", "不是 UTF-8 编码", "is no UTF-8"));
        }
    }

    private void note(CatalogueFlaw flaw) {
        flaws++;
        errors.add(flaw);
        if (first.size() < TOLD_MAX) {
            first.add(flaw);
        }
    }
}
