package io.pumasentinel.job.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A reference to a secret and nothing else; the secret itself is refused and never shown. */
final class SecretType implements ValueType<Secret> {

    @Override
    public @Nullable Secret read(Node node, Field field) {
        if (!(node instanceof ScalarNode scalar) || Field.isNull(node)) {
            field.wrongKind(node, "a single value", allowed());
            return null;
        }
        String text = scalar.getValue().strip();
        if (!Secret.isReference(text)) {
            field.problem(node, "not a reference to a secret", "text not shown here", allowed());
            return null;
        }
        return readable(new Secret(text), node, field);
    }

    /** The secret, or null once it was reported as unreadable. */
    static @Nullable Secret readable(Secret secret, Node node, Field field) {
        if (field.reading().checksSecrets()) {
            try {
                secret.resolve(field.reading().env());
            } catch (IllegalStateException unreadable) {
                field.problem(
                        Place.of(node),
                        unreadable.getMessage() + "; a reference that can be read here");
                return null;
            }
        }
        return secret;
    }

    @Override
    public String allowed() {
        return Secret.ALLOWED + ", never the secret itself";
    }

    @Override
    public String print(Secret value) {
        return value.toString();
    }
}
