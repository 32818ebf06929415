package io.pumasentinel.job.cluster;

import java.io.IOException;

/**
 * The first main class of every forked JVM: ends it when standard input closes, which it does when
 * the parent dies, however it dies.
 */
public final class ParentWatch {
    private ParentWatch() {}

    /**
     * Runs the real main class.
     *
     * @param arguments the real main class and its arguments
     */
    public static void main(String[] arguments) throws Exception {
        Thread watch = new Thread(ParentWatch::haltAtEndOfInput, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        String[] others = new String[arguments.length - 1];
        System.arraycopy(arguments, 1, others, 0, others.length);
        Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) others);
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // What the parent writes has no meaning; only the end of it has.
            }
        } catch (IOException e) {
            System.err.println("standard input failed: " + e);
        }
        Runtime.getRuntime().halt(1);
    }
}
