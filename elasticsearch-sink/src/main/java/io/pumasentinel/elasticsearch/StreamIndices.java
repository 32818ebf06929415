package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The indices of the streams as they are, compared with what the templates would make. */
final class StreamIndices {

    private static final String ALL = "/logs-puma.*,metrics-puma.*,alerts-puma-*";
    private static final String LENIENT = "?ignore_unavailable=true&allow_no_indices=true";

    /** How the names of indices behind a data stream begin. */
    private static final String BACKING = ".ds-";

    private static final int MOST_FIELDS = 5;

    private final RestCalls calls;

    StreamIndices(RestCalls calls) {
        this.calls = calls;
    }

    /** Their names. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        mappings().fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    /** One sentence for all indices of a stream that differ in the same way. */
    List<String> drift(List<Template> templates, Edition edition) throws IOException {
        Map<String, List<String>> indicesByFault = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> index : mappings().properties()) {
            for (Template template : templates) {
                if (template.kind() == Template.Kind.INDEX && takes(template, index.getKey())) {
                    String fault =
                            index.getKey().startsWith(BACKING)
                                    ? "belongs to a data stream, which takes a replay twice"
                                    : fault(
                                            composed(template, templates, edition),
                                            fields(index.getValue().path("mappings")));
                    if (!fault.isEmpty()) {
                        indicesByFault
                                .computeIfAbsent(fault, key -> new ArrayList<>())
                                .add(index.getKey());
                    }
                }
            }
        }
        return indicesByFault.entrySet().stream()
                .map(entry -> names(entry.getValue()) + ": " + entry.getKey())
                .toList();
    }

    private JsonNode mappings() throws IOException {
        return calls.call("GET", ALL + "/_mapping" + LENIENT, null)
                .orThrow("read the mappings")
                .json();
    }

    /** An index of a data stream is taken for one of the stream. */
    private static boolean takes(Template template, String index) {
        String stream = index.startsWith(BACKING) ? index.substring(BACKING.length()) : index;
        for (JsonNode pattern : template.body().path("index_patterns")) {
            if (stream.startsWith(pattern.asText().replace("*", ""))) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, String> composed(
            Template index, List<Template> templates, Edition edition) {
        SortedMap<String, String> types = new TreeMap<>();
        for (JsonNode name : index.body().path("composed_of")) {
            for (Template template : templates) {
                if (template.kind() == Template.Kind.COMPONENT
                        && template.name().equals(name.asText())) {
                    types.putAll(fields(edition.adapt(template).at("/template/mappings")));
                }
            }
        }
        return types;
    }

    private static SortedMap<String, String> fields(JsonNode mappings) {
        SortedMap<String, String> types = new TreeMap<>();
        collect("", mappings.path("properties"), types);
        return types;
    }

    private static void collect(String prefix, JsonNode properties, Map<String, String> types) {
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            String name = prefix + field.getKey();
            JsonNode definition = field.getValue();
            if (definition.has("properties")) {
                collect(name + ".", definition.path("properties"), types);
            } else {
                types.put(name, definition.path("type").asText("object"));
            }
        }
    }

    private static String fault(Map<String, String> wanted, Map<String, String> there) {
        List<String> missing = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (Map.Entry<String, String> field : wanted.entrySet()) {
            String type = there.get(field.getKey());
            if (type == null) {
                missing.add(field.getKey());
            } else if (!type.equals(field.getValue())) {
                other.add(field.getKey() + " is " + type + ", not " + field.getValue());
            }
        }
        List<String> told = new ArrayList<>();
        if (!missing.isEmpty()) {
            told.add("no field " + some(missing));
        }
        if (!other.isEmpty()) {
            told.add(some(other));
        }
        return String.join("; ", told);
    }

    private static String some(List<String> all) {
        String first = String.join(", ", all.stream().limit(MOST_FIELDS).toList());
        return all.size() > MOST_FIELDS
                ? first + " and " + (all.size() - MOST_FIELDS) + " more"
                : first;
    }

    private static String names(List<String> indices) {
        return indices.size() == 1
                ? "index " + indices.get(0)
                : indices.size() + " indices from " + indices.get(0);
    }
}
