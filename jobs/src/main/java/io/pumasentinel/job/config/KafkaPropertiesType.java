package io.pumasentinel.job.config;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A mapping of Kafka client properties. Those that the job sets itself are refused, and so are
 * secrets in plain text, as far as Kafka's names tell that a value is one.
 */
final class KafkaPropertiesType implements ValueType<KafkaProperties> {

    private static final List<String> OWN =
            List.of(
                    "bootstrap.servers",
                    "group.id",
                    "auto.offset.reset",
                    "enable.auto.commit",
                    "key.deserializer",
                    "value.deserializer",
                    "key.serializer",
                    "value.serializer",
                    "transactional.id",
                    "config.providers");

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?:.*[._-])?(?:password|secret|api[._-]key|user\\.info)|ssl\\.keystore\\.key");

    /** A JAAS line's option that holds a secret, followed by anything but a reference. */
    private static final Pattern SECRET_IN_JAAS =
            Pattern.compile("(?i)(?:password|secret|token)\\s*=\\s*\"?(?!\\s*\"?\\$\\{)[^\\s\";]");

    @Override
    public @Nullable KafkaProperties read(Node node, Field field) {
        if (Field.isNull(node)) {
            return KafkaProperties.NONE;
        }
        if (!(node instanceof MappingNode mapping)) {
            field.wrongKind(node, "a mapping", allowed());
            return null;
        }
        Map<String, String> plain = new TreeMap<>();
        Map<String, Secret> secret = new TreeMap<>();
        for (NodeTuple entry : Keys.unique(mapping, field)) {
            String name = ((ScalarNode) entry.getKeyNode()).getValue();
            Field property = field.child(Keys.shown(name), Place.of(entry.getKeyNode()));
            if (isOwn(name)) {
                property.problem(
                        entry.getKeyNode(),
                        "a property that the job sets itself",
                        Field.quote(name),
                        "other client properties; servers, group and start have options");
            } else {
                readInto(plain, secret, name, entry.getValueNode(), property);
            }
        }
        return new KafkaProperties(plain, secret);
    }

    @Override
    public String allowed() {
        return "a mapping of Kafka client properties; secrets as " + Secret.ALLOWED;
    }

    @Override
    public String print(KafkaProperties value) {
        return value.plain().isEmpty() && value.secret().isEmpty() ? "{}" : "{…}";
    }

    private static void readInto(
            Map<String, String> plain,
            Map<String, Secret> secret,
            String name,
            Node node,
            Field field) {
        String allowed = "a single value; a secret as " + Secret.ALLOWED;
        if (!(node instanceof ScalarNode scalar) || Field.isNull(node)) {
            field.wrongKind(node, "a single value", allowed);
            return;
        }
        String text = scalar.getValue().strip();
        if (isPlainSecret(name, text)) {
            field.problem(node, "a secret in plain text", "text not shown here", allowed);
        } else if (Secret.holdsReference(text)) {
            Secret value = SecretType.readable(new Secret(text), node, field);
            if (value != null) {
                secret.put(name, value);
            }
        } else if (text.contains("${")) {
            field.problem(node, "not a reference to a secret", "text not shown here", allowed);
        } else {
            plain.put(name, text);
        }
    }

    private static boolean isOwn(String name) {
        return OWN.contains(name) || name.startsWith("config.providers.");
    }

    private static boolean isPlainSecret(String name, String text) {
        if (name.endsWith("sasl.jaas.config")) {
            return SECRET_IN_JAAS.matcher(text).find();
        }
        return SECRET_NAME.matcher(name).matches() && !Secret.isReference(text);
    }
}
