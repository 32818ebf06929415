package io.pumasentinel.elasticsearch.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A release of the Elasticsearch server and the runtime that it is started on. */
public final class ServerDistribution {

    private final ServerJars jars;
    private final Jdk jdk;

    private ServerDistribution(ServerJars jars, Jdk jdk) {
        this.jars = jars;
        this.jdk = jdk;
    }

    /**
     * The release that this module was built with, on the runtime of this process.
     *
     * @throws IOException if its jars are not there
     */
    public static ServerDistribution bundled() throws IOException {
        return new ServerDistribution(ServerJars.fromBuild(), Jdk.current());
    }

    /**
     * Another release.
     *
     * @param list a file that names its jars as a class path
     * @param jdk a runtime that it accepts
     * @throws IOException if the list or a jar is not there
     */
    public static ServerDistribution of(Path list, Jdk jdk) throws IOException {
        return new ServerDistribution(ServerJars.of(Files.readString(list)), jdk);
    }

    ServerJars jars() {
        return jars;
    }

    Jdk jdk() {
        return jdk;
    }
}
