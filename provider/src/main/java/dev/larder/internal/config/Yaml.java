package dev.larder.internal.config;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Parses YAML text to nodes that know their line. */
final class Yaml {
    static final MappingNode EMPTY = new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);

    private Yaml() {}

    /** The only document of a text, null if the text is empty. */
    static @Nullable Node compose(ConfigurationText text) {
        LoadSettings settings = LoadSettings.builder().setLabel(text.name()).build();
        try {
            return new Compose(settings).composeString(text.text()).orElse(null);
        } catch (MarkedYamlEngineException malformed) {
            throw malformed(text.name() + line(malformed.getProblemMark()), malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw malformed(text.name(), "it cannot be parsed");
        }
    }

    /** {@code , line 7} for a node with a known position. */
    static String line(@Nullable Node node) {
        return node == null ? "" : line(node.getStartMark());
    }

    private static String line(Optional<Mark> mark) {
        return mark.map(place -> ", line " + (place.getLine() + 1)).orElse("");
    }

    // No cause: the parser's message quotes the file, which may contain a password.
    private static IllegalArgumentException malformed(String place, String problem) {
        return new IllegalArgumentException(
                place + ": this is not YAML: " + problem + " (a value that holds ': ' or ends in ':' needs quotes)");
    }
}
