package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.ingest.EndpointProposal.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proposes endpoint patterns from the requests of a log: where values were taken for names, so that
 * every value is an endpoint of its own, and where names were taken for values.
 *
 * <p>Only requests with an answer of 200 to 399 count, as for the job. The result depends on the
 * requests and their order alone. Memory: at most 100,000 segments of paths, some 300 bytes each,
 * and as many endpoints; requests to paths beyond them are counted ({@link #passedOver}).
 */
public final class EndpointProposals {

    private static final int MOST_NODES = 100_000;
    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;

    private final EndpointTemplate templates;
    private final PathNode root = new PathNode();
    private final Set<String> endpoints = new HashSet<>();
    private int nodes;
    private long requests;
    private long passedOver;

    /**
     * For an application with these settings; patterns that they declare are not proposed again.
     */
    public EndpointProposals(IngestSettings settings) {
        this.templates = EndpointTemplate.of(settings.endpointPatterns());
    }

    /** Takes one request in. */
    public void take(Access access) {
        if (access.status() < OK || access.status() >= CLIENT_ERROR) {
            return;
        }
        requests++;
        String endpoint = templates.of(access.method(), access.path());
        String template = endpoint.substring(endpoint.indexOf(' ') + 1);
        if (template.charAt(0) != '/') {
            return;
        }
        if (endpoints.size() < MOST_NODES) {
            endpoints.add(endpoint);
        }
        String[] names = template.substring(1).split("/");
        String[] texts = EndpointTemplate.bare(access.path()).substring(1).split("/");
        List<PathNode> way = way(names);
        if (way.size() < names.length) {
            passedOver++;
            return;
        }
        for (int i = 0; i < names.length; i++) {
            PathNode node = way.get(i);
            node.passes++;
            if (EndpointTree.placeholder(names[i]) && i < texts.length) {
                node.value(texts[i]);
            }
        }
        RequestDetail detail = access.detail();
        way.get(names.length - 1).end(access.path(), detail == null ? null : detail.route());
    }

    /** The nodes of a path; fewer than its segments if there is no room. */
    private List<PathNode> way(String[] names) {
        List<PathNode> way = new ArrayList<>(names.length);
        PathNode node = root;
        for (String name : names) {
            PathNode child = node.next.get(name);
            if (child == null) {
                if (nodes == MOST_NODES) {
                    return way;
                }
                nodes++;
                child = new PathNode();
                node.next.put(name, child);
            }
            way.add(child);
            node = child;
        }
        return way;
    }

    /** Requests that counted. */
    public long requests() {
        return requests;
    }

    /** Requests to paths for which there was no room. */
    public long passedOver() {
        return passedOver;
    }

    /** Different endpoints that the requests have with the given settings, at most 100,000. */
    public int endpoints() {
        return endpoints.size();
    }

    /**
     * At most {@code limit} patterns for values and as many for names, in an order in which they
     * can be declared: names before the placeholders that would take them.
     */
    public List<EndpointProposal> proposals(int limit) {
        List<EndpointProposal> found = new ArrayList<>();
        EndpointTree.unite(root);
        EndpointTree.collect(root, "", null, found);
        List<EndpointProposal> names = pick(found, limit, true);
        List<EndpointProposal> values = pick(found, limit, false);
        names.addAll(values);
        return names;
    }

    /** The most frequent ones; names go first, and longer patterns before what takes the rest. */
    private static List<EndpointProposal> pick(
            List<EndpointProposal> found, int limit, boolean names) {
        List<EndpointProposal> picked =
                new ArrayList<>(
                        found.stream()
                                .filter(proposal -> isName(proposal.reason()) == names)
                                .filter(proposal -> declarable(proposal.pattern()))
                                .sorted(
                                        Comparator.comparingLong(EndpointProposal::requests)
                                                .reversed()
                                                .thenComparing(EndpointProposal::pattern))
                                .limit(limit)
                                .toList());
        picked.sort(Comparator.comparing(EndpointProposal::pattern));
        return picked;
    }

    /** Not what a configuration refuses, nor the one endpoint of all static files. */
    private static boolean declarable(String pattern) {
        return EndpointPattern.problem(pattern) == null
                && !pattern.contains("{asset}")
                && pattern.chars().noneMatch(c -> c <= ' ' || c == '?' || c == '#');
    }

    private static boolean isName(Reason reason) {
        return reason == Reason.NAME_AMONG_VALUES || reason == Reason.FEW_VALUES;
    }
}
