package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.AddressCount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopAddressesTest {
    private final TopAddresses top = new TopAddresses();

    @Test
    void countsExactlyWhileTheAddressesFit() {
        add("b", 2);
        add("a", 2);
        add("c", 5);

        assertThat(top.top())
                .containsExactly(
                        new AddressCount("c", 5),
                        new AddressCount("a", 2),
                        new AddressCount("b", 2));
    }

    @Test
    void ignoresUnknownAddresses() {
        top.add(null);

        assertThat(top.top()).isEmpty();
    }

    @Test
    void showsNoMoreThanTen() {
        for (int i = 0; i < 15; i++) {
            add("198.51.100." + i, 15 - i);
        }
        assertThat(top.top())
                .hasSize(10)
                .startsWith(new AddressCount("198.51.100.0", 15))
                .endsWith(new AddressCount("198.51.100.9", 6));
    }

    /** The bounds of Space-Saving: no heavy address is missed, no count is too high by n/slots. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsEveryHeavyAddressAndItsCountWithinTheBound(long seed) {
        Random random = new Random(seed);
        Map<String, Long> exact = new HashMap<>();
        int n = 5000;
        for (int i = 0; i < n; i++) {
            // Squaring crowds the low numbers: a few heavy addresses and a long tail.
            double skewed = random.nextDouble() * random.nextDouble() * random.nextDouble();
            String address = "10.0.0." + (int) (skewed * 500);
            exact.merge(address, 1L, Long::sum);
            top.add(address);
        }
        assertThat(top.addresses).as("seed %d", seed).hasSizeLessThanOrEqualTo(20);
        Map<String, Long> kept = kept();
        exact.forEach(
                (address, count) -> {
                    if (count > n / TopAddresses.SLOTS) {
                        assertThat(kept).as("seed %d", seed).containsKey(address);
                    }
                });
        kept.forEach(
                (address, count) ->
                        assertThat(count)
                                .as("seed %d, %s", seed, address)
                                .isBetween(
                                        exact.getOrDefault(address, 0L),
                                        exact.getOrDefault(address, 0L) + n / TopAddresses.SLOTS));
        assertThat(kept.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(n);
    }

    @Test
    void aFloodOfOneShotAddressesTakesNoMoreRoom() {
        add("heavy", 20_000);
        for (int i = 0; i < 10_000; i++) {
            top.add("one-shot-" + i);
        }
        assertThat(top.addresses).hasSize(TopAddresses.SLOTS);
        assertThat(top.top()).first().isEqualTo(new AddressCount("heavy", 20_000));
    }

    private Map<String, Long> kept() {
        Map<String, Long> kept = new HashMap<>();
        List<String> addresses = List.of(top.addresses);
        for (int i = 0; i < addresses.size(); i++) {
            kept.put(addresses.get(i), top.counts[i]);
        }
        return kept;
    }

    private void add(String address, int times) {
        for (int i = 0; i < times; i++) {
            top.add(address);
        }
    }
}
