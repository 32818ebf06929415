package io.pumasentinel.elasticsearch;

import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import io.pumasentinel.elasticsearch.node.Jdk;
import io.pumasentinel.elasticsearch.node.ServerDistribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The releases of Elasticsearch that the suites run on. */
enum ServerUnderTest {
    /** The release that the demo uses. */
    BUNDLED {
        @Override
        ServerDistribution distribution() throws IOException {
            return ServerDistribution.bundled();
        }
    },

    /** The next major; skipped, with the reason, where the machine cannot run it. */
    NEXT_MAJOR {
        @Override
        ServerDistribution distribution() throws IOException {
            Optional<Jdk> jdk = Jdk.atLeast(21);
            Assumptions.assumeTrue(
                    jdk.isPresent(),
                    "Elasticsearch 9 not tested: no JDK of 21 or newer (looked at JAVA_HOME and"
                            + " alike, /usr/lib/jvm); install one or name it in JAVA_HOME_21");
            Assumptions.assumeTrue(
                    Files.exists(NEXT_MAJOR_JARS),
                    "Elasticsearch 9 not tested: no "
                            + NEXT_MAJOR_JARS
                            + "; build the module elasticsearch-node-9 too");
            return ServerDistribution.of(NEXT_MAJOR_JARS, jdk.orElseThrow());
        }
    };

    private static final Path NEXT_MAJOR_JARS =
            Path.of("..", "elasticsearch-node-9", "target", "server.classpath");

    abstract ServerDistribution distribution() throws IOException;

    /**
     * Starts a node.
     *
     * @param port 0 = a free one
     */
    ElasticsearchProcess start(Path folder, int port) throws IOException {
        return ElasticsearchProcess.start(distribution(), folder, port);
    }
}
