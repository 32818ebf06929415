package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the {@code aliases} of a correlation, without looking at the rules that they name. */
final class AliasReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final int MOST = 8;

    private AliasReader() {}

    /** The aliases by name; what of them is not understood is noted and left out. */
    static Map<String, Draft.Alias> read(Section correlation) {
        Map<String, Draft.Alias> found = new LinkedHashMap<>();
        Optional<Section> aliases = correlation.section("aliases");
        if (aliases.isEmpty()) {
            return found;
        }
        for (String name : aliases.get().keys()) {
            Node key = aliases.get().keyNode(name);
            if (Field.named(name).isPresent() || !NAME.matcher(name).matches()) {
                String message = "not a name of an alias (got %s); letters, not those of a field";
                note(aliases.get(), name, message.formatted(name));
            } else {
                aliases.get()
                        .section(name)
                        .map(fields -> alias(name, key, fields))
                        .ifPresent(alias -> found.put(name, alias));
            }
        }
        if (found.size() > MOST) {
            note(correlation, "aliases", "too many (got %d); 8".formatted(found.size()));
        }
        return found;
    }

    private static Draft.Alias alias(String name, Node key, Section fields) {
        List<Draft.AliasEntry> entries = entries(fields);
        return new Draft.Alias(name, key, entries, entries.size() == fields.keys().size());
    }

    private static List<Draft.AliasEntry> entries(Section fields) {
        List<Draft.AliasEntry> entries = new ArrayList<>();
        for (String rule : fields.keys()) {
            fields.texts(rule).stream()
                    .limit(1)
                    .flatMap(
                            field ->
                                    CorrelationReader.textField(
                                            field, fields.child(rule), fields.problems())
                                            .stream())
                    .map(field -> new Draft.AliasEntry(rule, fields.keyNode(rule), field))
                    .forEach(entries::add);
        }
        return entries;
    }

    private static void note(Section section, String key, String message) {
        section.problems().add(section.keyNode(key), section.child(key), message);
    }
}
