package io.pumasentinel.job.config;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** What an option accepts. */
interface ValueType<T> {

    /** The value, or null once at least one problem has been reported. */
    @Nullable T read(Node node, Field field);

    /** What is allowed, as it ends an error text: {@code a whole number from 1 to 30}. */
    String allowed();

    /** The value as the file would write it. */
    String print(T value);
}
