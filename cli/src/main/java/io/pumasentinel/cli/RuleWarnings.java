package io.pumasentinel.cli;

import io.pumasentinel.sigma.RuleSet;
import java.io.PrintWriter;

/** Says what of the rules can have no effect. */
final class RuleWarnings {
    private RuleWarnings() {}

    static void print(RuleSet rules, PrintWriter err) {
        rules.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
    }
}
