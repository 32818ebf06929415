package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SmallestHashesTest {

    @Test
    void keepsTheSmallestDistinctOnesWhateverTheOrder() {
        long seed = 42;
        Random random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            long[] added = random.longs(random.nextInt(60), -20, 20).toArray();
            int limit = 1 + random.nextInt(20);
            SmallestHashes hashes = new SmallestHashes(limit);
            LongStream.of(added).forEach(hashes::add);
            assertThat(hashes.toArray())
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(LongStream.of(added).distinct().sorted().limit(limit).toArray());
        }
    }

    @Test
    void goesOnFromWhatAnotherOneKept() {
        SmallestHashes hashes = new SmallestHashes(3, 1, 5, 9);
        hashes.add(7);
        assertThat(hashes.toArray()).containsExactly(1, 5, 7);
    }
}
