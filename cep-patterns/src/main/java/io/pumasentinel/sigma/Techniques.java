package io.pumasentinel.sigma;

import io.pumasentinel.event.Technique;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The part of MITRE ATT&amp;CK (Enterprise) that rules over web traffic refer to. A technique that
 * serves several tactics has the one first in the attack's course that a web log can show.
 */
final class Techniques {
    private static final Map<String, Tactic> TACTICS = tactics();
    private static final Map<String, Technique> BY_TAG = techniques();

    private Techniques() {}

    /** A tactic: its id and name. */
    record Tactic(String id, String name) {}

    /** The technique that a tag such as {@code attack.t1110.004} means. */
    static Optional<Technique> tagged(String tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /** The tactic that a tag such as {@code attack.credential-access} means. */
    static Optional<Tactic> tactic(String tag) {
        return Optional.ofNullable(TACTICS.get(tag));
    }

    private static Map<String, Tactic> tactics() {
        Map<String, Tactic> tactics = new LinkedHashMap<>();
        tactics.put("attack.reconnaissance", new Tactic("TA0043", "Reconnaissance"));
        tactics.put("attack.initial-access", new Tactic("TA0001", "Initial Access"));
        tactics.put("attack.execution", new Tactic("TA0002", "Execution"));
        tactics.put("attack.persistence", new Tactic("TA0003", "Persistence"));
        tactics.put("attack.defense-evasion", new Tactic("TA0005", "Defense Evasion"));
        tactics.put("attack.credential-access", new Tactic("TA0006", "Credential Access"));
        tactics.put("attack.discovery", new Tactic("TA0007", "Discovery"));
        tactics.put("attack.collection", new Tactic("TA0009", "Collection"));
        tactics.put("attack.exfiltration", new Tactic("TA0010", "Exfiltration"));
        tactics.put("attack.impact", new Tactic("TA0040", "Impact"));
        return Collections.unmodifiableMap(tactics);
    }

    private static Map<String, Technique> techniques() {
        Map<String, Technique> all = new LinkedHashMap<>();
        add(all, "T1595", "Active Scanning", "attack.reconnaissance");
        add(all, "T1595.002", "Vulnerability Scanning", "attack.reconnaissance");
        add(all, "T1595.003", "Wordlist Scanning", "attack.reconnaissance");
        add(all, "T1190", "Exploit Public-Facing Application", "attack.initial-access");
        add(all, "T1189", "Drive-by Compromise", "attack.initial-access");
        add(all, "T1078", "Valid Accounts", "attack.initial-access");
        add(all, "T1059", "Command and Scripting Interpreter", "attack.execution");
        add(all, "T1059.007", "JavaScript", "attack.execution");
        add(all, "T1505.003", "Web Shell", "attack.persistence");
        add(all, "T1070", "Indicator Removal", "attack.defense-evasion");
        add(all, "T1110", "Brute Force", "attack.credential-access");
        add(all, "T1110.001", "Password Guessing", "attack.credential-access");
        add(all, "T1110.003", "Password Spraying", "attack.credential-access");
        add(all, "T1110.004", "Credential Stuffing", "attack.credential-access");
        add(all, "T1083", "File and Directory Discovery", "attack.discovery");
        add(all, "T1087", "Account Discovery", "attack.discovery");
        add(all, "T1005", "Data from Local System", "attack.collection");
        add(all, "T1119", "Automated Collection", "attack.collection");
        add(all, "T1213", "Data from Information Repositories", "attack.collection");
        add(all, "T1567", "Exfiltration Over Web Service", "attack.exfiltration");
        add(all, "T1498", "Network Denial of Service", "attack.impact");
        add(all, "T1499", "Endpoint Denial of Service", "attack.impact");
        add(all, "T1499.002", "Service Exhaustion Flood", "attack.impact");
        add(all, "T1499.003", "Application Exhaustion Flood", "attack.impact");
        add(all, "T1499.004", "Application or System Exploitation", "attack.impact");
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<String, Technique> all, String id, String name, String tacticTag) {
        Tactic tactic = Objects.requireNonNull(TACTICS.get(tacticTag));
        String tag = "attack." + id.toLowerCase(Locale.ROOT);
        all.put(tag, new Technique(id, name, tactic.id(), tactic.name()));
    }
}
