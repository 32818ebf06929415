package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleBookTest {
    private static final String PROBE = detection("probe", 10, "'/admin'");
    private static final String COUNT =
            """
            title: Many probes
            name: many-probes
            id: 00000000-0000-4000-8000-000000000020
            level: medium
            correlation:
              type: event_count
              rules: [probe]
              group-by: [source.ip]
              timespan: 60s
              condition: {gte: 5}
            """;
    private static final String SEQUENCE =
            """
            title: In order
            name: in-order
            id: 00000000-0000-4000-8000-000000000030
            level: medium
            correlation:
              type: temporal_ordered
              rules: [sign-in-refused, sign-in-accepted]
              group-by: [source.ip]
              timespan: 60s
            """;

    private RuleBook book;

    @BeforeEach
    void open() throws InvalidRules {
        book = new RuleBook(Rules.signIn());
    }

    @Test
    void whatLoadsIsTheNextVersionFromTheNextWholeSecondOn() {
        RuleBook.Outcome outcome = apply(10_001, file("probe.yml", PROBE));
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.version())
                .contains(new RuleVersion(11_000, List.of(file("probe.yml", PROBE))));
    }

    @Test
    void theSameOnceMoreIsNoChange() {
        apply(10_000, file("probe.yml", PROBE));
        assertThat(apply(20_000, file("probe.yml", PROBE)).version()).isEmpty();
    }

    @Test
    void whatDoesNotLoadIsRefusedWithItsPlaceAndTheOldStays() {
        apply(10_000, file("probe.yml", PROBE));
        RuleBook.Outcome outcome =
                apply(20_000, file("probe.yml", PROBE.replace("level: low", "level: loud")));
        assertThat(outcome.version()).isEmpty();
        assertThat(outcome.refusals())
                .singleElement()
                .satisfies(
                        refusal -> {
                            assertThat(refusal.file()).isEqualTo("probe.yml");
                            assertThat(refusal.problems())
                                    .startsWith("probe.yml:4:8: level: not understood (got loud);");
                        });
        assertThat(book.save().admitted()).containsExactly(file("probe.yml", PROBE));
        assertThat(apply(30_000, file("probe.yml", PROBE)).refusals()).isEmpty();
        assertThat(book.save().refused()).isEmpty();
    }

    @Test
    void oneBadFileHoldsNoOtherUp() {
        RuleBook.Outcome outcome =
                apply(10_000, file("bad.yml", "title: ["), file("probe.yml", PROBE));
        assertThat(outcome.version().orElseThrow().files())
                .containsExactly(file("probe.yml", PROBE));
        assertThat(outcome.refusals()).extracting(RuleBook.Refusal::file).containsOnly("bad.yml");
    }

    @Test
    void aFileThatNeedsAnotherIsMadeGoodWhenThatComes() {
        assertThat(apply(10_000, file("count.yml", COUNT)).refusals())
                .singleElement()
                .satisfies(r -> assertThat(r.problems()).contains("no such rule (got probe)"));
        RuleBook.Outcome outcome = apply(20_000, file("probe.yml", PROBE));
        assertThat(outcome.refusals()).isEmpty();
        assertThat(outcome.version().orElseThrow().files()).hasSize(2);
    }

    @Test
    void versionsDoNotGoBackInTime() {
        apply(50_000, file("probe.yml", PROBE));
        RuleBook.Outcome outcome = apply(10_000, file("count.yml", COUNT));
        assertThat(outcome.version().orElseThrow().effectiveMillis()).isEqualTo(50_000);
    }

    @Test
    void anOrderedSequenceIsFixed() {
        String submitted = Rules.signIn().get(0).text();
        assertThat(apply(10_000, file("order.yml", SEQUENCE)).refusals())
                .singleElement()
                .satisfies(
                        r ->
                                assertThat(r.problems())
                                        .isEqualTo(
                                                "order.yml:1:1: correlation: an ordered sequence is"
                                                    + " fixed while the job runs (got in-order, new"
                                                    + " or altered); restart the job with it"));
        String longer = submitted.replace("timespan: 5m", "timespan: 10m");
        assertThat(longer).isNotEqualTo(submitted);
        assertThat(apply(10_000, file("sign-in.yml", longer)).version()).isEmpty();
        String tighter = submitted.replace("gte: 10", "gte: 20");
        assertThat(tighter).isNotEqualTo(submitted);
        assertThat(apply(10_000, file("sign-in.yml", tighter)).version()).isPresent();
    }

    @Test
    void aFolderListedWithoutAFileHasItNoMore() {
        apply(10_000, file("rules/probe.yml", PROBE), file("elsewhere.yml", COUNT));
        RuleBook.Outcome refused = book.apply(new RuleChanges(List.of(), 20_000, "rules/"));
        assertThat(refused.version()).as("a count still needs the rule").isEmpty();
        assertThat(refused.refusals())
                .extracting(RuleBook.Refusal::file)
                .contains("rules/probe.yml");
        RuleBook.Outcome gone = apply(30_000, file("elsewhere.yml", ""));
        assertThat(gone.version()).contains(new RuleVersion(30_000, List.of()));
    }

    @Test
    void aSubmittedFileCanGoAndComeBack() {
        RuleSource gone = new RuleSource("sign-in.yml", "");
        RuleBook other = withProbe();
        assertThat(other.apply(RuleChanges.of(file("probe.yml", ""), 10_000)).version())
                .contains(new RuleVersion(10_000, List.of(file("probe.yml", ""))));
        assertThat(other.apply(RuleChanges.of(file("probe.yml", PROBE), 20_000)).version())
                .contains(new RuleVersion(20_000, List.of()));
        assertThat(other.apply(RuleChanges.of(gone, 30_000)).version())
                .as("it has a sequence")
                .isEmpty();
    }

    @Test
    void aCheckpointGoesOnWhereItStood() throws InvalidRules {
        apply(10_000, file("probe.yml", PROBE), file("bad.yml", "title: ["));
        RuleBook next = new RuleBook(Rules.signIn());
        next.restore(book.save());
        assertThat(next.save()).isEqualTo(book.save());
        assertThat(next.apply(RuleChanges.of(file("probe.yml", PROBE), 20_000)).version())
                .isEmpty();
        assertThat(next.apply(RuleChanges.of(file("count.yml", COUNT), 5_000)).version())
                .get()
                .extracting(RuleVersion::effectiveMillis)
                .isEqualTo(10_000L);
    }

    private static RuleBook withProbe() {
        List<RuleSource> submitted = new ArrayList<>(Rules.signIn());
        submitted.add(file("probe.yml", PROBE));
        try {
            return new RuleBook(submitted);
        } catch (InvalidRules e) {
            throw new AssertionError(e);
        }
    }

    private RuleBook.Outcome apply(long effectiveMillis, RuleSource... files) {
        return book.apply(new RuleChanges(List.of(files), effectiveMillis, ""));
    }

    private static RuleSource file(String name, String text) {
        return new RuleSource(name, text);
    }

    private static String detection(String name, int number, String path) {
        return """
        title: Rule %1$s
        name: %1$s
        id: 00000000-0000-4000-8000-0000000000%2$d
        level: low
        logsource: {category: webserver}
        detection:
          selection: {cs-uri-stem: %3$s}
          condition: selection
        """
                .formatted(name, number, path);
    }
}
