package io.pumasentinel.cli.review.print;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where runbooks are.
 *
 * @param base a web address or a relative path, without a slash at its end
 */
public record Runbooks(String base) {
    /** Where they are in a checkout. */
    public static final String DEFAULT = "docs/runbooks";

    private static final Pattern BASE =
            Pattern.compile(
                    "https?://[A-Za-z0-9.-]+(:\\d+)?(/[A-Za-z0-9._~/%+@-]*)?"
                            + "|(?!//)[A-Za-z0-9._~/%+@-]+");
    private static final Pattern RULE = Pattern.compile("[a-z0-9-]+");
    private static final String PAGES = "/io/pumasentinel/cli/page/runbooks/";

    /** Refuses what would not be an address. */
    public Runbooks {
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException(
                    "not where runbooks can be (got " + base + "); a web address or a path");
        }
        base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** The address of a rule's runbook; empty if no such page came with this program. */
    Optional<String> address(String rule) {
        boolean known =
                RULE.matcher(rule).matches()
                        && Runbooks.class.getResource(PAGES + rule + ".md") != null;
        return known ? Optional.of(base + "/" + rule + ".md") : Optional.empty();
    }
}
