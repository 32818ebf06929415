package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.ingest.EndpointProposal.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointProposalsTest {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    @Test
    void findsValuesThatLookLikeNames() {
        EndpointProposals proposals = propose(List.of(), shop());

        List<EndpointProposal> found = proposals.proposals(20);

        assertThat(found)
                .extracting(EndpointProposal::pattern)
                .containsExactly(
                        "/shops/new", "/shops/{shop}", "/shops/{shop}/orders/{id}", "/{name}/map");
        assertThat(found.get(0).reason()).isEqualTo(Reason.NAME_AMONG_VALUES);
        assertThat(found.get(1).reason()).isEqualTo(Reason.MANY_VALUES);
        assertThat(found.get(1).requests()).isEqualTo(300);
        assertThat(found.get(1).values()).isEqualTo(300);
        assertThat(found.get(1).examples()).hasSize(3).allMatch(path -> path.startsWith("/shops/"));
    }

    /** Declared, the proposals leave one endpoint for each route, and nothing more to propose. */
    @Test
    void boundsTheEndpointsOfAnApplicationThatTakesThem() {
        EndpointProposals before = propose(List.of(), shop());
        List<String> patterns =
                before.proposals(20).stream().map(EndpointProposal::pattern).toList();
        EndpointProposals after = propose(patterns, shop());

        assertThat(before.endpoints()).isGreaterThan(600);
        assertThat(after.endpoints()).isLessThanOrEqualTo(9);
        assertThat(after.proposals(20)).isEmpty();
    }

    @Test
    void leavesRoutesThatAreVisitedAlone() {
        List<Access> requests = new ArrayList<>();
        for (int route = 0; route < 60; route++) {
            for (int i = 0; i < 8; i++) {
                requests.add(
                        access("/" + LETTERS.charAt(route % 26) + "x" + word(route), 200, null));
            }
        }

        assertThat(propose(List.of(), requests).proposals(20)).isEmpty();
    }

    @Test
    void findsNamesThatLookLikeValues() {
        List<Access> requests = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            requests.add(access("/reports/top-10-sellers", 200, null));
            requests.add(access("/reports/best-of-2024", 200, null));
        }

        assertThat(propose(List.of(), requests).proposals(20))
                .extracting(EndpointProposal::pattern, EndpointProposal::reason)
                .containsExactly(
                        tuple("/reports/best-of-2024", Reason.FEW_VALUES),
                        tuple("/reports/top-10-sellers", Reason.FEW_VALUES));
    }

    @Test
    void believesTheRouteWhereTheLogHasOne() {
        List<Access> requests = new ArrayList<>();
        for (String name : List.of("ann", "bob", "eve")) {
            requests.add(access("/people/" + name, 200, "people#show"));
            requests.add(access("/people/" + name + "/edit", 200, "people#edit"));
        }
        requests.add(access("/people/new", 200, "people#new"));

        assertThat(propose(List.of(), requests).proposals(20))
                .extracting(EndpointProposal::pattern, EndpointProposal::reason)
                .contains(
                        tuple("/people/{name}", Reason.ONE_ROUTE),
                        tuple("/people/{name}/edit", Reason.ONE_ROUTE))
                .doesNotContain(tuple("/people/{name}/new", Reason.ONE_ROUTE));
    }

    @Test
    void looksAtAnsweredRequestsOnlyAndStaysBounded() {
        EndpointProposals proposals = new EndpointProposals(IngestSettings.defaults());
        for (int i = 0; i < 1000; i++) {
            proposals.take(access("/" + word(i), 404, null));
        }
        assertThat(proposals.requests()).isZero();
        assertThat(proposals.endpoints()).isZero();
        for (int i = 0; i < 150_000; i++) {
            proposals.take(access("/" + word(i), 200, null));
        }
        assertThat(proposals.requests()).isEqualTo(150_000);
        assertThat(proposals.passedOver()).isEqualTo(50_000);
        assertThat(proposals.proposals(20)).hasSize(1);
    }

    @Test
    void proposesTheSameWhateverOrderTheRequestsHave() {
        Set<List<EndpointProposal>> all = new TreeSet<>((a, b) -> key(a).compareTo(key(b)));
        for (int seed = 0; seed < 5; seed++) {
            List<Access> requests = shop();
            Collections.shuffle(requests, new Random(seed));
            all.add(propose(List.of(), requests).proposals(20));
        }
        assertThat(all).hasSize(1);
    }

    private static String key(List<EndpointProposal> proposals) {
        StringBuilder key = new StringBuilder();
        proposals.forEach(p -> key.append(p.pattern()).append(p.requests()).append(p.values()));
        return key.toString();
    }

    /** 300 shops with orders, 40 towns with a map, and the pages that every application has. */
    private static List<Access> shop() {
        List<Access> requests = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            requests.add(access("/shops/" + word(i), 200, null));
            requests.add(access("/shops/" + word(i) + "/orders/" + i, 200, null));
            requests.add(access("/cart", 200, null));
            requests.add(access("/search", 200, null));
            requests.add(access("/shops", 200, null));
        }
        for (int i = 0; i < 40; i++) {
            requests.add(access("/town" + word(i) + "/map", 200, null));
            requests.add(access("/shops/new", 200, null));
        }
        return requests;
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int rest = number + 26; rest > 0; rest /= 26) {
            word.append(LETTERS.charAt(rest % 26));
        }
        return word.append("ette").toString();
    }

    private static EndpointProposals propose(List<String> declared, List<Access> requests) {
        IngestSettings usual = IngestSettings.defaults();
        EndpointProposals proposals =
                new EndpointProposals(
                        new IngestSettings(
                                usual.trustedProxies(),
                                usual.redactedKeys(),
                                usual.redaction(),
                                usual.auth(),
                                declared,
                                usual.maxLineBytes(),
                                usual.jsonFields()));
        requests.forEach(proposals::take);
        return proposals;
    }

    private static Access access(String path, int status, @Nullable String route) {
        RequestDetail detail = route == null ? null : new RequestDetail(-1, route, null, null);
        return new Access(
                "203.0.113.7",
                null,
                "GET",
                path,
                null,
                "HTTP/1.1",
                status,
                -1,
                1_000_000,
                "GET " + path,
                AuthOutcome.NONE,
                false,
                false,
                -1,
                null,
                null,
                null,
                detail);
    }
}
