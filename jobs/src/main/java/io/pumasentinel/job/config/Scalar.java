package io.pumasentinel.job.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A single value.
 *
 * @param allowed what is allowed
 * @param parser from the file's text
 * @param printer back to the file's text
 */
record Scalar<T>(String allowed, Parser<T> parser, Function<T, String> printer)
        implements ValueType<T> {

    /** Makes a value from its text. */
    interface Parser<T> {

        /** Throws {@link Refused} with what is wrong. */
        T parse(String text) throws Refused;
    }

    @Override
    public @Nullable T read(Node node, Field field) {
        if (!(node instanceof ScalarNode scalar) || Field.isNull(node)) {
            field.wrongKind(node, "a single value", allowed);
            return null;
        }
        try {
            return parser.parse(scalar.getValue().strip());
        } catch (Refused refusal) {
            String got = refusal.shown() ? Field.quote(scalar.getValue()) : "text not shown here";
            field.problem(node, String.valueOf(refusal.getMessage()), got, allowed);
            return null;
        }
    }

    @Override
    public String print(T value) {
        return printer.apply(value);
    }
}
