package io.pumasentinel.job.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A reference to a secret and nothing else; the secret itself is refused and never shown. A key
 * that can be read here and is too short is refused, however little else is checked.
 */
final class SecretType implements ValueType<Secret> {

    private final int shortest;

    SecretType() {
        this(0);
    }

    private SecretType(int shortest) {
        this.shortest = shortest;
    }

    /** A key of at least so many characters. */
    static SecretType key(int shortest) {
        return new SecretType(shortest);
    }

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
        Secret secret = readable(new Secret(text), node, field);
        int length = secret == null || shortest == 0 ? shortest : length(secret, field);
        if (length < shortest) {
            field.problem(
                    node, "too short", length + " characters", "at least " + shortest + " of them");
            return null;
        }
        return secret;
    }

    /** As long as it must be where it cannot be read. */
    private int length(Secret secret, Field field) {
        try {
            return secret.resolve(field.reading().env()).length();
        } catch (IllegalStateException unreadable) {
            return shortest;
        }
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
