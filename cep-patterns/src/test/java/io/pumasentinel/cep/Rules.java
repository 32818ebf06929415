package io.pumasentinel.cep;

import io.pumasentinel.sigma.RuleSource;
import java.util.List;

/** Rules as an analyst writes them. */
final class Rules {
    private static final String TEXT =
            """
            title: Sign-in refused
            name: sign-in-refused
            id: 00000000-0000-4000-8000-000000000001
            level: informational
            signal: auth.failure
            logsource: {category: webserver}
            detection:
              selection: {auth.outcome: failure}
              condition: selection
            ---
            title: Sign-in accepted
            name: sign-in-accepted
            id: 00000000-0000-4000-8000-000000000002
            level: informational
            signal: auth.success
            logsource: {category: webserver}
            detection:
              selection: {auth.outcome: success}
              condition: selection
            ---
            title: Unauthorized answer
            name: unauthorized
            id: 00000000-0000-4000-8000-000000000003
            level: informational
            signal: access.denied
            logsource: {category: webserver}
            detection:
              selection: {sc-status: 401}
              condition: selection
            ---
            title: Many refused sign-ins
            name: brute-force
            id: 00000000-0000-4000-8000-000000000004
            level: medium
            correlation:
              type: event_count
              rules: [sign-in-refused]
              group-by: [source.ip]
              timespan: 60s
              condition: {gte: 10}
            ---
            title: Many users tried
            name: stuffing
            id: 00000000-0000-4000-8000-000000000005
            level: high
            correlation:
              type: value_count
              rules: [sign-in-refused]
              group-by: [source.ip]
              timespan: 60s
              condition: {field: user.name, gte: 5}
            ---
            title: Many refused sign-ins, then one accepted
            name: break-in
            id: 00000000-0000-4000-8000-000000000006
            level: critical
            correlation:
              type: temporal_ordered
              rules: [brute-force, sign-in-accepted]
              group-by: [source.ip]
              timespan: 5m
              generate: true
            """;

    private Rules() {}

    /** Brute force, stuffing, and brute force then success. */
    static List<RuleSource> signIn() {
        return List.of(new RuleSource("sign-in.yml", TEXT));
    }
}
