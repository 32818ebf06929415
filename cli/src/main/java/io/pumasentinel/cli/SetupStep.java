package io.pumasentinel.cli;

/** One part of what {@code setup} installs, in one system. Safe to repeat. */
interface SetupStep {

    /** The system, as a heading. */
    String name();

    /** Installs what is missing or old. */
    StepReport install() throws Exception;

    /** Takes away what {@link #install} installed, and nothing else. */
    StepReport remove() throws Exception;
}
