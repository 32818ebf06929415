package io.pumasentinel.event.ingest;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Real lines, changed one to six times, 200,000 of them, in the profile {@code fuzz} ten million. A
 * line that fails is shrunk to the fewest changes. No line, of 256 KiB at the most, may take longer
 * than a second of this thread.
 */
class FuzzedLinesTest {

    private static final String SEED = "20261121";

    /** After so many lines the reader that has seen them all is compared with a new one. */
    private static final int YOUTH = 500;

    /** The first lines are slow because the code is still being compiled. */
    private static final int WARM = 100_000;

    private static final long LONGEST_NANOS = 1_000_000_000;

    private static final List<byte[]> CORPUS = FuzzCorpus.lines();

    private final LineIngest old = new LineIngest(IngestSettings.defaults());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private LineIngest young = new LineIngest(IngestSettings.defaults());
    private int read;
    private long slowestNanos;
    private int slowestBytes;

    @Property(seed = SEED, generation = GenerationMode.RANDOMIZED, edgeCases = EdgeCasesMode.NONE)
    void everyLineBecomesSoundEventsAndAlwaysTheSame(@ForAll("lines") byte[] line) {
        if (read++ % YOUTH == 0) {
            young = new LineIngest(IngestSettings.defaults());
        }
        List<PumaEvent> events = timed(line);
        if (events.isEmpty()) {
            throw new AssertionError("no event");
        }
        for (PumaEvent event : events) {
            assertSound(event, line.length);
        }
        if (!events.equals(Lines.all(old, line)) || !events.equals(Lines.all(young, line))) {
            throw new AssertionError("read once more, other events than " + events);
        }
    }

    private List<PumaEvent> timed(byte[] line) {
        long before = threads.getCurrentThreadCpuTime();
        List<PumaEvent> events = Lines.all(old, line);
        long nanos = threads.getCurrentThreadCpuTime() - before;
        if (nanos > slowestNanos && read > WARM) {
            slowestNanos = nanos;
            slowestBytes = line.length;
        }
        if (nanos > LONGEST_NANOS) {
            throw new AssertionError(nanos + " ns for " + line.length + " bytes: " + events);
        }
        return events;
    }

    @AfterProperty
    void tellTheSlowest() {
        System.out.printf(
                "%,d lines fuzzed, the slowest took %,d ns for %,d bytes%n",
                read, slowestNanos, slowestBytes);
    }

    @Provide
    Arbitrary<byte[]> lines() {
        Arbitrary<Integer> index = Arbitraries.integers().between(0, CORPUS.size() - 1);
        return Combinators.combine(index, index, mutations().list().ofMinSize(1).ofMaxSize(6))
                .as(FuzzedLinesTest::changed);
    }

    private static Arbitrary<Mutation> mutations() {
        Arbitrary<Mutation.Kind> kinds =
                Arbitraries.frequencyOf(
                        Tuple.of(
                                500,
                                Arbitraries.of(Mutation.Kind.class)
                                        .filter(kind -> kind != Mutation.Kind.HUGE)),
                        Tuple.of(1, Arbitraries.just(Mutation.Kind.HUGE)));
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, Mutation.SHARES - 1),
                        Arbitraries.integers().between(0, 1 << 20))
                .as(Mutation::new);
    }

    private static byte[] changed(int first, int second, List<Mutation> mutations) {
        byte[] line = CORPUS.get(first);
        for (Mutation mutation : mutations) {
            line = mutation.of(line, CORPUS.get(second));
        }
        return line;
    }

    /** The arm that the kind names is filled, no defect met, the text visible, short and UTF-8. */
    private static void assertSound(PumaEvent event, int bytes) {
        Object arm =
                switch (event.kind()) {
                    case ACCESS -> event.access();
                    case ERROR -> event.error();
                    case LIFECYCLE -> event.lifecycle();
                    case STATS -> event.stats();
                    case UNPARSED -> event.unparsed();
                };
        if (arm == null) {
            throw new AssertionError("empty arm: " + event);
        }
        if (event.kind() == EventKind.UNPARSED
                && event.unparsed() != null
                && event.unparsed().reason().equals(Unreadable.FAULT.text())) {
            throw new AssertionError("a defect of the reader: " + event);
        }
        String text = event.toString();
        // No byte may become more than a mark, whatever it is part of.
        if (text.length() > 1000 + Redaction.MARK.length() * bytes) {
            throw new AssertionError("grown from " + bytes + " bytes: " + event);
        }
        assertVisible(text);
    }

    private static void assertVisible(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0)) {
                throw new AssertionError("hidden character " + (int) c + ": " + text);
            }
            ascii &= c < 0x7F;
        }
        if (!ascii && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new AssertionError("no UTF-8: " + text);
        }
    }
}
