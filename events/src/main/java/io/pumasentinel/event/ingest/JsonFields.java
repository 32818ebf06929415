package io.pumasentinel.event.ingest;

/**
 * Hands each known scalar of one JSON object to the record, along the tree of known fields. Goes no
 * deeper than the tree; the rest is passed over.
 */
final class JsonFields {

    private final JsonCursor json;
    private final JsonRecord record;

    private JsonFields(JsonCursor json, JsonRecord record) {
        this.json = json;
        this.record = record;
    }

    /**
     * Reads the one object that comes next.
     *
     * @throws BrokenJsonException if none does
     */
    static void read(JsonCursor json, FieldTree root, JsonRecord record)
            throws BrokenJsonException {
        if (json.value() != JsonKind.OBJECT) {
            throw new BrokenJsonException();
        }
        new JsonFields(json, record).object(root, false, true);
    }

    private void object(FieldTree node, boolean repeated, boolean top) throws BrokenJsonException {
        if (json.empty('}')) {
            return;
        }
        do {
            FieldTree child = json.name(node);
            JsonKind kind = json.value();
            if (top) {
                record.top(child);
            }
            if (child == null) {
                json.skip(kind);
            } else {
                value(child, kind, repeated);
            }
        } while (json.more('}'));
    }

    private void value(FieldTree node, JsonKind kind, boolean repeated) throws BrokenJsonException {
        switch (kind) {
            case OBJECT -> {
                if (node.hasChildren()) {
                    if (node.opens) {
                        record.open(node);
                    }
                    object(node, repeated, false);
                } else {
                    json.skip(kind);
                }
            }
            case ARRAY -> {
                if (node.many && !repeated) {
                    elements(node);
                } else {
                    json.skip(kind);
                }
            }
            case NULL -> {}
            default -> scalar(node, repeated);
        }
    }

    private void elements(FieldTree node) throws BrokenJsonException {
        record.once(node);
        if (json.empty(']')) {
            return;
        }
        do {
            value(node, json.value(), true);
        } while (json.more(']'));
    }

    private void scalar(FieldTree node, boolean repeated) {
        JsonField field = node.field;
        if (field != null) {
            if (!repeated) {
                record.once(node);
            }
            record.value(field, node, json);
        }
    }
}
