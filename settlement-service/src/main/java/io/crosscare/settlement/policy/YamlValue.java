package io.crosscare.settlement.policy;

import io.crosscare.settlement.document.DocumentFlaw;
import io.crosscare.settlement.document.DocumentRefused;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One value of a YAML document that knows its line and path, so that whatever is wrong with it can be pointed at. Scalars are
 * taken as written; YAML's own guessing of types is not used.
 */
record YamlValue(Node node, String path) {

    private static final int CHARACTERS_MAX = 512 * 1024;

    /** The document as one value; refuses what is no YAML, several documents and aliases. */
    static YamlValue parse(String document) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(16);
        options.setCodePointLimit(CHARACTERS_MAX);
        try {
            Node node = new Yaml(options).compose(new StringReader(document));
            if (node == null) {
                throw refused(1, "document", "文档是空的", "the document is empty");
            }
            return new YamlValue(node, "");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw refused(line, "document", "不是有效的 YAML", "is not valid YAML: " + e.getProblem());
        } catch (YAMLException e) {
            // A limit was passed: too long, too deep, or an alias, which stands for no line.
            throw refused(1, "document", "超出 YAML 的限制（过长、嵌套过深或使用别名）", "passes a limit: " + e.getMessage());
        }
    }

    YamlFields fields() {
        if (node instanceof MappingNode mapping) {
            return new YamlFields(mapping, path);
        }
        throw flaw("应为字段的集合", "must be a set of named fields");
    }

    boolean isFields() {
        return node instanceof MappingNode;
    }

    List<YamlValue> items() {
        if (node instanceof SequenceNode sequence) {
            List<Node> nodes = sequence.getValue();
            return IntStream.range(0, nodes.size())
                    .mapToObj(i -> new YamlValue(nodes.get(i), path + "[" + i + "]"))
                    .toList();
        }
        throw flaw("应为列表", "must be a list");
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        throw flaw("应为非空文本", "must be a text that is not empty");
    }

    long integer(long min, long max) {
        String text = text();
        Optional<Long> number = text.matches("-?[0-9]{1,15}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        return number.filter(value -> value >= min && value <= max)
                .orElseThrow(() -> flaw(
                        "应为 " + min + " 到 " + max + " 之间的整数", "must be an integer between " + min + " and " + max));
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeParseException _) {
            throw flaw("应为 yyyy-MM-dd 格式的日期", "must be a date in the form yyyy-MM-dd");
        }
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        String text = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> {
                    String allowed = String.join(
                            ", ",
                            Arrays.stream(type.getEnumConstants())
                                    .map(Enum::name)
                                    .toList());
                    return flaw("只能是 " + allowed + " 之一", "must be one of " + allowed);
                });
    }

    /** From 1. */
    int line() {
        return node.getStartMark().getLine() + 1;
    }

    DocumentRefused flaw(String zh, String en) {
        return refused(line(), path.isEmpty() ? "document" : path, zh, en);
    }

    private static DocumentRefused refused(int line, String place, String zh, String en) {
        return new DocumentRefused(new DocumentFlaw(line, place, zh, en));
    }
}
