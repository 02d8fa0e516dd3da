package dev.larder.internal.config;

import dev.larder.spi.NearestName;
import dev.larder.spi.StoreAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of a configuration file. If a value is invalid, every reading method throws an exception that names the
 * file, the line, the key and the allowed values. A key without a value counts as absent.
 */
final class YamlMapping {
    private final String file;
    private final String path;
    private final Map<String, NodeTuple> lines = new LinkedHashMap<>();

    private YamlMapping(String file, String path, MappingNode mapping) {
        this.file = file;
        this.path = path;
        for (NodeTuple tuple : mapping.getValue()) {
            add(tuple);
        }
    }

    /** The mapping of the whole document. */
    static YamlMapping root(ConfigurationText text) {
        Node node = Yaml.compose(text);
        if (node instanceof MappingNode mapping) {
            return new YamlMapping(text.name(), "", mapping);
        }
        if (isNull(node)) {
            return new YamlMapping(text.name(), "", Yaml.EMPTY);
        }
        throw fault(text.name(), node, "the file is not a mapping; write lines such as 'store: heap'");
    }

    /** Rejects keys other than these. */
    void allowOnly(Set<String> allowed) {
        for (String key : keys()) {
            if (!allowed.contains(key)) {
                String meant = NearestName.of(key, allowed)
                        .map(name -> "did you mean '" + name + "'? ")
                        .orElse("");
                throw fault(key, "unknown here; " + meant + "allowed: " + String.join(", ", new TreeSet<>(allowed)));
            }
        }
    }

    /** The keys, in the order of the file. */
    Set<String> keys() {
        return lines.keySet();
    }

    /** The text of a single value, null if absent. */
    @Nullable
    String text(String key) {
        Node node = valueNode(key);
        if (node == null || node instanceof ScalarNode) {
            return node == null ? null : ((ScalarNode) node).getValue();
        }
        throw invalidValue(key, "a single value");
    }

    /** {@code true} or {@code false}, null if absent. */
    @Nullable
    Boolean flag(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalidValue(key, "true or false");
        };
    }

    /** The mapping under a key, an empty one if absent. */
    YamlMapping section(String key) {
        Node node = valueNode(key);
        if (node == null || node instanceof MappingNode) {
            return new YamlMapping(file, path + key + ".", node == null ? Yaml.EMPTY : (MappingNode) node);
        }
        throw invalidValue(key, "a mapping, indented on separate lines");
    }

    /** Whether there is a mapping under a key, rather than a single value or nothing. */
    boolean hasSection(String key) {
        return valueNode(key) instanceof MappingNode;
    }

    /** The values of a list, or a single value; empty if absent. */
    List<String> texts(String key) {
        Node node = valueNode(key);
        if (!(node instanceof SequenceNode sequence)) {
            String text = text(key);
            return text == null ? List.of() : List.of(text);
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                throw invalidValue(key, "a list of single values");
            }
            texts.add(scalar.getValue());
        }
        return texts;
    }

    /** All keys with their single values, as settings are written. */
    Map<String, String> allTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : keys()) {
            String text = text(key);
            if (text != null) {
                texts.put(key, text);
            }
        }
        return texts;
    }

    /** The exception for an invalid value of a key. */
    IllegalArgumentException invalidValue(String key, String allowed) {
        Node node = valueNode(key);
        String value = node instanceof ScalarNode scalar
                ? "'" + StoreAddress.masked(scalar.getValue()) + "'"
                : "of another kind";
        return fault(file, keyNode(key), pathOf(key) + " is " + value + "; it takes " + allowed);
    }

    /** The exception for any other fault at a key, described by a sentence. */
    IllegalArgumentException fault(String key, String sentence) {
        return fault(file, keyNode(key), pathOf(key) + ": " + sentence);
    }

    /** File and line of a key, as in {@code larder.yaml, line 7}. */
    String place(String key) {
        return place(file, keyNode(key));
    }

    private void add(NodeTuple tuple) {
        Node key = tuple.getKeyNode();
        if (!(key instanceof ScalarNode name)) {
            throw fault(file, key, "a key must be a plain name");
        }
        if (lines.putIfAbsent(name.getValue(), tuple) != null) {
            throw fault(file, key, pathOf(name.getValue()) + " is set a second time; keep one");
        }
    }

    private @Nullable Node valueNode(String key) {
        NodeTuple line = lines.get(key);
        return line == null || isNull(line.getValueNode()) ? null : line.getValueNode();
    }

    private @Nullable Node keyNode(String key) {
        NodeTuple line = lines.get(key);
        return line == null ? null : line.getKeyNode();
    }

    private String pathOf(String key) {
        return "'" + path + key + "'";
    }

    private static boolean isNull(@Nullable Node node) {
        return node == null || (node instanceof ScalarNode && node.getTag().equals(Tag.NULL));
    }

    private static IllegalArgumentException fault(String file, @Nullable Node node, String sentence) {
        return new IllegalArgumentException(place(file, node) + ": " + sentence);
    }

    private static String place(String file, @Nullable Node node) {
        return file + Yaml.line(node);
    }
}
