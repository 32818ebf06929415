package io.pumasentinel.job.score;

import io.pumasentinel.event.AddressCount;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The most frequent client addresses of one window, in bounded space.
 *
 * <p>Space-Saving with {@value #SLOTS} slots (Metwally, Agrawal, El Abbadi: Efficient Computation
 * of Frequent and Top-k Elements in Data Streams, 2005): an address with more than 1/{@value
 * #SLOTS} of the requests is always among them; a count may be too high by at most the smallest
 * slot's.
 */
public class TopAddresses {
    static final int SLOTS = 20;
    static final int SHOWN = 10;

    /** Addresses in use, from index 0; public because Flink stores it. */
    public String[] addresses = new String[0];

    /** Requests per address; public because Flink stores it. */
    public long[] counts = new long[0];

    /** Counts one request; an unknown address is not counted. */
    public void add(@Nullable String address) {
        if (address == null) {
            return;
        }
        int slot = 0;
        int smallest = 0;
        while (slot < addresses.length && !addresses[slot].equals(address)) {
            if (counts[slot] < counts[smallest]) {
                smallest = slot;
            }
            slot++;
        }
        if (slot < addresses.length) {
            counts[slot]++;
        } else if (slot < SLOTS) {
            grow(address);
        } else {
            addresses[smallest] = address;
            counts[smallest]++;
        }
    }

    /** The most frequent first, ties by address; at most {@value #SHOWN}. */
    public List<AddressCount> top() {
        List<AddressCount> all = new ArrayList<>();
        for (int i = 0; i < addresses.length; i++) {
            all.add(new AddressCount(addresses[i], counts[i]));
        }
        all.sort(
                Comparator.comparingLong(AddressCount::count)
                        .reversed()
                        .thenComparing(AddressCount::address));
        return new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
    }

    private void grow(String address) {
        int used = addresses.length;
        addresses = Arrays.copyOf(addresses, used + 1);
        counts = Arrays.copyOf(counts, used + 1);
        addresses[used] = address;
        counts[used] = 1;
    }
}
