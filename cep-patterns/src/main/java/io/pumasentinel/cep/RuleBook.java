package io.pumasentinel.cep;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Admits changes of rule files while a job runs: what loads together becomes the next version, what
 * does not is refused, and the files as they were stay in force.
 *
 * <p>A refused file is tried again with every later change, because what it needs may come later.
 * Ordered sequences are operators of the job: a change that adds, removes or alters one is refused.
 * Versions never go back in time. Pure; the cost of a change is that of loading all rules, once, or
 * once a file and try if not all load together.
 */
public final class RuleBook {
    private static final long SECOND = 1000;

    private final List<RuleSource> submitted;
    private final Map<String, RuleSource> submittedByName = new TreeMap<>();
    private final List<SequenceRule> sequences;
    private final TreeMap<String, RuleSource> admitted = new TreeMap<>();
    private final TreeMap<String, RuleSource> refused = new TreeMap<>();
    private long effectiveMillis = Long.MIN_VALUE;

    /**
     * A book in which nothing has changed yet.
     *
     * @throws InvalidRules if the rules that the job was submitted with are wrong
     */
    public RuleBook(List<RuleSource> submitted) throws InvalidRules {
        this.submitted = List.copyOf(submitted);
        this.submitted.forEach(source -> submittedByName.put(source.file(), source));
        this.sequences = CorrelationPlan.of(RuleLoader.load(this.submitted)).sequences();
    }

    /**
     * What came of changes.
     *
     * @param version the next version; empty if the rules stay as they are
     * @param refusals why which of the changed files were refused
     */
    public record Outcome(Optional<RuleVersion> version, List<Refusal> refusals) {}

    /**
     * A change that is not made.
     *
     * @param file the file's name
     * @param problems what is wrong, one line a problem
     */
    public record Refusal(String file, String problems) {}

    /**
     * What a checkpoint remembers.
     *
     * @param effectiveMillis time of the last version
     * @param admitted files that replace those of the submission
     * @param refused files that are to be tried again
     */
    public record Saved(
            long effectiveMillis, List<RuleSource> admitted, List<RuleSource> refused) {}

    /** The content, for a checkpoint. */
    public Saved save() {
        return new Saved(
                effectiveMillis, List.copyOf(admitted.values()), List.copyOf(refused.values()));
    }

    /** Takes a checkpoint's content over; what the new submission says as well is no change. */
    public void restore(Saved saved) {
        effectiveMillis = saved.effectiveMillis();
        saved.admitted().forEach(file -> admitted.put(file.file(), file));
        saved.refused().forEach(file -> refused.put(file.file(), file));
    }

    /** Tries the changes, with those refused before. */
    public Outcome apply(RuleChanges changes) {
        Map<String, RuleSource> fresh = fresh(changes);
        if (fresh.isEmpty()) {
            return new Outcome(Optional.empty(), List.of());
        }
        refused.putAll(fresh);
        TreeMap<String, RuleSource> before = new TreeMap<>(admitted);
        List<Refusal> refusals = List.of();
        if (wrongWith(refused.values()) == null) {
            admit(List.copyOf(refused.values()));
        } else {
            refusals = admitOneByOne();
        }
        List<Refusal> told =
                refusals.stream().filter(refusal -> fresh.containsKey(refusal.file())).toList();
        return new Outcome(version(before, changes.effectiveMillis()), told);
    }

    private Optional<RuleVersion> version(Map<String, RuleSource> before, long askedMillis) {
        if (before.equals(admitted)) {
            return Optional.empty();
        }
        long second = -Math.floorDiv(-askedMillis, SECOND) * SECOND;
        effectiveMillis = Math.max(effectiveMillis, second);
        return Optional.of(new RuleVersion(effectiveMillis, List.copyOf(admitted.values())));
    }

    /** The changes that are news: neither in force nor refused as they are. */
    private Map<String, RuleSource> fresh(RuleChanges changes) {
        Map<String, RuleSource> fresh = new TreeMap<>();
        for (RuleSource file : changes.files()) {
            fresh.put(file.file(), file);
        }
        if (!changes.folder().isEmpty()) {
            for (String known : known()) {
                if (known.startsWith(changes.folder())) {
                    fresh.putIfAbsent(known, new RuleSource(known, ""));
                }
            }
        }
        List<RuleSource> all = List.copyOf(fresh.values());
        for (RuleSource file : all) {
            if (file.equals(refused.get(file.file()))) {
                fresh.remove(file.file());
            } else if (file.text().equals(inForce(file.file()))) {
                fresh.remove(file.file());
                refused.remove(file.file());
            }
        }
        return fresh;
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>(submittedByName.keySet());
        known.addAll(admitted.keySet());
        known.addAll(refused.keySet());
        return known;
    }

    private String inForce(String file) {
        RuleSource changed = admitted.get(file);
        return changed == null ? atSubmission(file) : changed.text();
    }

    private String atSubmission(String file) {
        RuleSource source = submittedByName.get(file);
        return source == null ? "" : source.text();
    }

    /** Tries the files until none more can be admitted; why those left cannot. */
    private List<Refusal> admitOneByOne() {
        List<Refusal> refusals = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            refusals.clear();
            for (RuleSource file : List.copyOf(refused.values())) {
                String problems = wrongWith(List.of(file));
                if (problems == null) {
                    admit(List.of(file));
                    more = true;
                } else {
                    refusals.add(new Refusal(file.file(), problems));
                }
            }
        }
        return refusals;
    }

    private void admit(List<RuleSource> files) {
        for (RuleSource file : files) {
            refused.remove(file.file());
            admitted.put(file.file(), file);
            if (file.text().equals(atSubmission(file.file()))) {
                admitted.remove(file.file());
            }
        }
    }

    /** Why the rules would not run with the files as well; null if they would. */
    private @Nullable String wrongWith(Collection<RuleSource> files) {
        TreeMap<String, RuleSource> candidate = new TreeMap<>(admitted);
        files.forEach(file -> candidate.put(file.file(), file));
        try {
            List<RuleSource> all =
                    new RuleVersion(0, List.copyOf(candidate.values())).over(submitted);
            RuleSet rules = RuleLoader.load(all);
            return SequenceChange.between(sequences, rules).orElse(null);
        } catch (InvalidRules e) {
            return e.getMessage();
        }
    }
}
