package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;

/**
 * A request's target as a rule should see it, told twice: decoded, and decoded with its path
 * normalised. The first still has the {@code ../} of a climb, the second the file where it leads;
 * rules look at whichever they mean, and the original stays in the event.
 *
 * <p>Work is linear in the target's length, which Puma bounds by 18 kB. A target in plain lower
 * case is returned as it is.
 */
public final class DecodedTarget {

    private DecodedTarget() {}

    /**
     * Path and query with percent-encoding undone up to three times ({@code %2527} becomes {@code
     * '}), {@code %u0027} and overlong UTF-8 included, {@code +} in the query as a blank, HTML's
     * character references undone, full-width forms as ASCII, lower case. Bytes that are no UTF-8
     * become the Latin-1 character; an invalid escape and null characters stay. The same string as
     * {@link Access#target()} would give where nothing is encoded.
     */
    public static String of(Access access) {
        String path = access.path();
        String query = access.query();
        String decoded = path(path);
        return query == null ? decoded : decoded + '?' + query(query);
    }

    /**
     * The same with the path as a file system or a router would resolve it, and slashes in the
     * query made alike: {@code /a/%2e%2e/b;x=1/?f=c:\\d} becomes {@code /b?f=c:/d}. The same string
     * as {@code decoded} where nothing changes.
     *
     * @param decoded what {@link #of} says of the request
     */
    public static String normalised(Access access, String decoded) {
        int end = access.query() == null ? decoded.length() : path(access.path()).length();
        String path = end == decoded.length() ? decoded : decoded.substring(0, end);
        String normal = NormalPath.of(path);
        if (end == decoded.length()) {
            return normal;
        }
        String query = decoded.substring(end + 1);
        String even = NormalPath.ofValue(query);
        boolean same = path.equals(normal) && query.equals(even);
        return same ? decoded : normal + '?' + even;
    }

    private static String path(String path) {
        return Folding.fold(Entities.decode(PercentDecoding.path(path)));
    }

    private static String query(String query) {
        return Folding.fold(Entities.decode(PercentDecoding.query(query)));
    }
}
