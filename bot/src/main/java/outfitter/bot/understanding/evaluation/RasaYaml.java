package outfitter.bot.understanding.evaluation;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import outfitter.bot.understanding.evaluation.LabelledFile.Labelled;

/**
 * Rasa's NLU training data, version 2.0 and later: a list {@code nlu} of intents, each with {@code examples} as a block of
 * lines that begin with a dash, or as a list of {@code text}s. Entities in brackets become what stands in them; synonyms,
 * lookup tables, patterns and whatever else a file may hold beside are passed over. Like Rasa itself it passes over a line
 * without a dash among others that have one.
 */
final class RasaYaml {
    private static final Pattern ENTITY =
            Pattern.compile("\\[([^\\]\\n]+)\\](?:\\([^)\\n]*\\)|\\{[^}\\n]*\\}|\\[\\s*\\{[^\\n]*?\\}\\s*\\])");
    /** Where an example begins in lines that were folded into one. */
    private static final Pattern FOLDED = Pattern.compile("\\s+(?=- )");

    private static final Logger LOG = LoggerFactory.getLogger(RasaYaml.class);
    private static final int LARGEST = 100_000_000;

    private final Path path;
    private final List<Labelled> rows = new ArrayList<>();

    private RasaYaml(Path path) {
        this.path = path;
    }

    /** The examples in {@code reader}; empty where it has nothing called "nlu", as a file of stories or responses has. */
    static Optional<List<Labelled>> read(Path path, Reader reader) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        RasaYaml rasa = new RasaYaml(path);
        try {
            if (!rasa.document(new Yaml(options).compose(reader))) return Optional.empty();
        } catch (MarkedYAMLException e) {
            long line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1L;
            throw new BadFile(path, line, "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new BadFile(path, 1, "is not YAML: " + e.getMessage());
        }
        return Optional.of(rasa.rows);
    }

    private boolean document(@Nullable Node root) {
        Optional<Node> found = root instanceof MappingNode all ? find(all, "nlu") : Optional.empty();
        if (found.isEmpty()) return false;
        Node nlu = found.get();
        if (!(nlu instanceof SequenceNode list)) throw new BadFile(path, line(nlu), "\"nlu\" is not a list");
        for (Node each : list.getValue()) {
            if (!(each instanceof MappingNode part))
                throw new BadFile(path, line(each), "\"nlu\" has a part without a name");
            Optional<Node> intent = find(part, "intent");
            if (intent.isPresent()) intent(part, intent.get());
        }
        return true;
    }

    private void intent(MappingNode part, Node name) {
        if (!(name instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw new BadFile(path, line(name), "an intent has no name");
        }
        String intent = scalar.getValue().strip();
        Node examples = find(part, "examples")
                .orElseThrow(() -> new BadFile(path, line(part), "\"" + intent + "\" has no examples"));
        if (examples instanceof ScalarNode block) lines(intent, block);
        else if (examples instanceof SequenceNode list) list.getValue().forEach(each -> example(intent, each));
        else throw new BadFile(path, line(examples), "the examples of \"" + intent + "\" are neither lines nor a list");
    }

    private void lines(String intent, ScalarNode block) {
        boolean folded = block.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED;
        String[] lines =
                folded ? FOLDED.split(block.getValue()) : block.getValue().split("\n", -1);
        // A block's text begins in the line below its mark.
        long first = line(block) + (block.isPlain() ? 0 : 1);
        int before = rows.size();
        long without = -1;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("-")) add(line.substring(1), intent, first + i);
            else if (!line.isEmpty() && !line.startsWith("#") && without < 0) without = first + i;
        }
        if (without < 0) return;
        if (rows.size() == before) {
            throw new BadFile(path, without, "an example of \"" + intent + "\" does not begin with \"- \"");
        }
        LOG.warn("passed over what does not begin with a dash file={} line={} intent={}", path, without, intent);
    }

    private void example(String intent, Node each) {
        Optional<Node> text = each instanceof MappingNode map ? find(map, "text") : Optional.of(each);
        if (text.isEmpty() || !(text.get() instanceof ScalarNode scalar)) {
            throw new BadFile(path, line(each), "an example of \"" + intent + "\" has no text");
        }
        for (String line : scalar.getValue().split("\n", -1)) {
            String plain = line.strip();
            if (!plain.isEmpty()) add(plain.startsWith("- ") ? plain.substring(2) : plain, intent, line(each));
        }
    }

    private void add(String text, String intent, long line) {
        String plain = ENTITY.matcher(text).replaceAll("$1").strip();
        if (!plain.isEmpty()) rows.add(new Labelled(plain, intent, path, line));
    }

    private static Optional<Node> find(MappingNode map, String key) {
        return map.getValue().stream()
                .filter(pair -> pair.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static long line(Node node) {
        return node.getStartMark().getLine() + 1L;
    }
}
