package io.pumasentinel.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Tells the version that the jar's manifest carries. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version =
                Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                        .orElse("from a checkout");
        return new String[] {
            "puma-sentinel " + version, "Java " + Runtime.version(),
        };
    }
}
