package io.pumasentinel.sigma;

import io.pumasentinel.event.Level;
import io.pumasentinel.event.Technique;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says about itself.
 *
 * @param id a UUID, unique among the loaded rules
 * @param name Sigma's {@code name}: lower-case words joined by dashes, unique; the rule's id in
 *     signals, findings and alerts
 * @param title one line for people
 * @param description what the rule looks for and what it cannot know
 * @param level how much it matters; {@link Level#INFORMATIONAL} never alerts
 * @param techniques the ATT&amp;CK techniques among its tags
 * @param category the family, such as {@code credential-access}
 * @param falsePositives harmless causes
 * @param file where it was read
 * @param signal the {@link Signal} that a match is shown as; null for none
 */
public record RuleMeta(
        String id,
        String name,
        String title,
        String description,
        Level level,
        List<Technique> techniques,
        String category,
        List<String> falsePositives,
        String file,
        @Nullable String signal) {

    public RuleMeta {
        techniques = List.copyOf(techniques);
        falsePositives = List.copyOf(falsePositives);
    }

    /** All that can be said of a rule of which only the name is left. */
    public static RuleMeta unknown(String name) {
        return new RuleMeta(
                "",
                name,
                name,
                "A rule that is no more.",
                Level.INFORMATIONAL,
                List.of(),
                "other",
                List.of(),
                "",
                null);
    }
}
