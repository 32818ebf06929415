/**
 * A real Elasticsearch node in a JVM of its own, for the demo and for tests.
 *
 * <p>{@link io.pumasentinel.elasticsearch.node.ElasticsearchProcess} is what callers use; it needs
 * the JDK alone. The server's jars are on the class path of the forked JVM only, where {@link
 * io.pumasentinel.elasticsearch.node.NodeMain} starts the node.
 */
@NullMarked
package io.pumasentinel.elasticsearch.node;

import org.jspecify.annotations.NullMarked;
