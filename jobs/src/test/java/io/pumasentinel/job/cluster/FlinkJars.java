package io.pumasentinel.job.cluster;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the lib folder of a Flink distribution holds, taken from the tests' class path: Flink, what
 * it needs, its log. Nothing that the job has to bring.
 */
final class FlinkJars {
    private static final Pattern IN_A_DISTRIBUTION =
            Pattern.compile(
                    "(?!.*-tests\\.jar)(?!flink-(test|connector-kafka|table))"
                        + "(flink-|log4j-|slf4j-api-|kryo-|reflectasm-|objenesis-|minlog-"
                        + "|commons-(cli|collections|compress|io|lang3|math3|text)-|javassist-"
                        + "|jsr305-|snakeyaml-engine-|snappy-java-|lz4-java-|async-profiler-|frocksdbjni-).*");

    private FlinkJars() {}

    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(FlinkJars::isInADistribution)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean isInADistribution(String entry) {
        String name = Path.of(entry).getFileName().toString();
        return name.endsWith(".jar") && IN_A_DISTRIBUTION.matcher(name).matches();
    }
}
