package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A template's values by their full names, in the form that stays the same when Elasticsearch
 * stores it: it makes text of numbers, nests dotted names or joins nested ones, drops what is
 * empty, and adds dates.
 */
final class NormalForm {

    private final SortedMap<String, String> values = new TreeMap<>();

    private NormalForm() {}

    static NormalForm of(JsonNode body) {
        NormalForm form = new NormalForm();
        form.add("", body);
        return form;
    }

    private void add(String name, JsonNode node) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                add(
                        name.isEmpty() ? field.getKey() : name + "." + field.getKey(),
                        field.getValue());
            }
        } else if (node.isArray()) {
            int index = 0;
            for (JsonNode element : node) {
                add(name + "[" + index++ + "]", element);
            }
        } else if (!isAddedByServer(name)) {
            values.put(name, node.asText());
        }
    }

    private static boolean isAddedByServer(String name) {
        return name.startsWith("created_date") || name.startsWith("modified_date");
    }

    /** Names whose values differ, or that only one of the two has. */
    List<String> differences(NormalForm other) {
        List<String> differences = lacking(other);
        for (String name : other.values.keySet()) {
            if (!values.containsKey(name)) {
                differences.add(name);
            }
        }
        return differences;
    }

    /** Names whose values are not the same in the other, whatever else that has. */
    List<String> lacking(NormalForm other) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            if (!value.getValue().equals(other.values.get(value.getKey()))) {
                differences.add(value.getKey());
            }
        }
        return differences;
    }
}
