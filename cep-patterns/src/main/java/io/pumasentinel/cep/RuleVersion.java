package io.pumasentinel.cep;

import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules from one event time on, as their difference to those that the job was submitted with.
 *
 * @param effectiveMillis the first event time for which they hold, a whole second
 * @param files all rule files that are new or differ; an empty text stands for a file that is no
 *     more
 */
public record RuleVersion(long effectiveMillis, List<RuleSource> files) {

    public RuleVersion {
        files = List.copyOf(files);
    }

    /** The whole set: {@code submitted}, its files replaced by those of the same name. */
    public List<RuleSource> over(List<RuleSource> submitted) {
        Map<String, RuleSource> changed = new HashMap<>();
        files.forEach(file -> changed.put(file.file(), file));
        List<RuleSource> all = new ArrayList<>();
        for (RuleSource source : submitted) {
            RuleSource now = changed.remove(source.file());
            all.add(now == null ? source : now);
        }
        files.stream().filter(file -> changed.containsKey(file.file())).forEach(all::add);
        return all;
    }
}
