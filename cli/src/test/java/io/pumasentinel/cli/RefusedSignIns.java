package io.pumasentinel.cli;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** JSON lines of refused sign-ins of two accounts of one address, and a line that is cut off. */
final class RefusedSignIns {
    private RefusedSignIns() {}

    /**
     * One sign-in a second.
     *
     * @param agents the programs that ask, in turn
     */
    static List<String> of(Instant start, int count, List<String> agents) {
        Stream<String> requests =
                IntStream.range(0, count)
                        .mapToObj(
                                n ->
                                        """
                                        {"@timestamp":"%s","event":{"kind":"event","category":["web"],\
                                        "duration":%d,"outcome":"failure"},\
                                        "http":{"version":"1.1","request":{"method":"POST"},\
                                        "response":{"status_code":401,"body":{"bytes":15}}},\
                                        "url":{"path":"/login","domain":"shop.example"},\
                                        "source":{"ip":"198.51.100.7"},\
                                        "user_agent":{"original":"%s"},"user":{"name":"%s"},\
                                        "host":{"hostname":"web-1"},"service":{"name":"shop"},\
                                        "ecs":{"version":"8.11.0"}}\
                                        """
                                                .formatted(
                                                        start.plusSeconds(n),
                                                        20_000_000 + n,
                                                        agents.get(n % agents.size()),
                                                        n % 3 == 0 ? "ann" : "bob"));
        return Stream.concat(requests, Stream.of("{\"broken\":}")).toList();
    }
}
