package io.pumasentinel.sigma;

import java.util.Map;

/**
 * A name in a group-by under which each detection of a correlation has a field of its own.
 *
 * @param name unlike every field's
 * @param fields the text field by detection
 */
public record Alias(String name, Map<String, Field> fields) {

    public Alias {
        fields = Map.copyOf(fields);
    }
}
