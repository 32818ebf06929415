package io.pumasentinel.job.config;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.ComposerException;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Text to YAML nodes; what is no YAML becomes one problem, because nothing after it is certain. */
final class Document {

    private Document() {}

    /** The single document's root, or null if the text is empty or a problem was reported. */
    static @Nullable Node compose(String text, Field root) {
        LoadSettings settings =
                LoadSettings.builder()
                        .setAllowDuplicateKeys(true)
                        .setAllowNonScalarKeys(true)
                        .build();
        try {
            Iterator<Node> documents = new Compose(settings).composeAllFromString(text).iterator();
            if (!documents.hasNext()) {
                return null;
            }
            Node first = documents.next();
            if (documents.hasNext()) {
                root.problem(documents.next(), "a second document", "a new '---'", "one document");
            }
            return first;
        } catch (ComposerException broken) {
            // Its text repeats names from the file, which may be an unquoted secret after '*'.
            root.problem(Place.of(broken.getProblemMark()), notYaml("a wrong alias or anchor"));
        } catch (MarkedYamlEngineException broken) {
            root.problem(Place.of(broken.getProblemMark()), notYaml(broken.getProblem()));
        } catch (ReaderException broken) {
            Place place = place(text, broken.getPosition());
            root.problem(place, notYaml("a character that is not allowed"));
        } catch (YamlEngineException broken) {
            root.problem(Place.START, notYaml("no structure"));
        }
        return null;
    }

    private static String notYaml(String reason) {
        return "not YAML: " + reason + " (got text that cannot be read on); a mapping of options";
    }

    private static Place place(String text, int codePoints) {
        int end =
                text.offsetByCodePoints(
                        0, Math.min(codePoints, text.codePointCount(0, text.length())));
        String before = text.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, before.codePointCount(before.lastIndexOf('\n') + 1, end) + 1);
    }
}
