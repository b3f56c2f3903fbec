package io.crosscare.settlement.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** The named fields of a YAML mapping. A field occurs once, and one that nobody knows is refused. */
final class YamlFields {

    private final YamlValue whole;
    private final Map<String, YamlValue> values = new LinkedHashMap<>();

    YamlFields(MappingNode mapping, String path) {
        this.whole = new YamlValue(mapping, path);
        for (NodeTuple tuple : mapping.getValue()) {
            YamlValue key = new YamlValue(tuple.getKeyNode(), path);
            String name = key.text();
            String place = path.isEmpty() ? name : path + "." + name;
            if (values.put(name, new YamlValue(tuple.getValueNode(), place)) != null) {
                throw new YamlValue(tuple.getKeyNode(), place).flaw("字段重复", "occurs twice");
            }
        }
    }

    YamlFields allowOnly(String... names) {
        Set<String> allowed = Set.of(names);
        values.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw value.flaw("未知字段", "is not a known field");
            }
        });
        return this;
    }

    YamlValue require(String name) {
        return find(name).orElseThrow(() -> whole.flaw("缺少字段 " + name, "lacks the field " + name));
    }

    Optional<YamlValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** All of them, in the order of the document. */
    Map<String, YamlValue> all() {
        return values;
    }
}
