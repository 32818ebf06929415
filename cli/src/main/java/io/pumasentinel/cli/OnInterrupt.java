package io.pumasentinel.cli;

/** Ends work cleanly when the process is asked to end (Ctrl-C, SIGTERM). */
final class OnInterrupt {
    private OnInterrupt() {}

    /**
     * Runs {@code end} at shutdown; what it throws is told and of no other use by then.
     *
     * @return the hook, for who ends by itself before
     */
    static Thread run(Runnable end) {
        Thread hook =
                new Thread(
                        () -> {
                            try {
                                end.run();
                            } catch (RuntimeException e) {
                                System.err.println("puma-sentinel: " + RootCause.of(e));
                            }
                        },
                        "end");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }
}
