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

    /** Addresses in use, from index 0, then nulls; public because Flink stores it. */
    public @Nullable String[] addresses = new String[0];

    /** Requests per address; public because Flink stores it. */
    public long[] counts = new long[0];

    /** Counts one request; an unknown address is not counted. */
    public void add(@Nullable String address) {
        if (address == null) {
            return;
        }
        int slot = 0;
        int smallest = 0;
        while (slot < addresses.length
                && addresses[slot] != null
                && !address.equals(addresses[slot])) {
            if (counts[slot] < counts[smallest]) {
                smallest = slot;
            }
            slot++;
        }
        if (slot < addresses.length && addresses[slot] != null) {
            counts[slot]++;
        } else if (slot < SLOTS) {
            take(slot, address);
        } else {
            addresses[smallest] = address;
            counts[smallest]++;
        }
    }

    /** The most frequent first, ties by address; at most {@value #SHOWN}. */
    public List<AddressCount> top() {
        List<AddressCount> all = new ArrayList<>();
        for (int i = 0; i < addresses.length; i++) {
            String address = addresses[i];
            if (address != null) {
                all.add(new AddressCount(address, counts[i]));
            }
        }
        all.sort(
                Comparator.comparingLong(AddressCount::count)
                        .reversed()
                        .thenComparing(AddressCount::address));
        return new ArrayList<>(all.subList(0, Math.min(SHOWN, all.size())));
    }

    private void take(int slot, String address) {
        if (slot == addresses.length) {
            int length = Math.min(SLOTS, Math.max(4, 2 * slot));
            addresses = Arrays.copyOf(addresses, length);
            counts = Arrays.copyOf(counts, length);
        }
        addresses[slot] = address;
        counts[slot] = 1;
    }
}
