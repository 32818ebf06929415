package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import org.jspecify.annotations.Nullable;

/**
 * Requests and clients of native lines that were read already. A request is known by its bytes from
 * the method to the status: all that an {@link Access} tells of it depends on them, apart from
 * client, user, length, duration and process. One from which a secret was removed is not kept.
 */
final class KnownRequests {

    private final AccessAssembly assembly;
    private final Repeats<Access> requests = new Repeats<>();
    private final Repeats<Client> clients = new Repeats<>();

    KnownRequests(AccessAssembly assembly) {
        this.assembly = assembly;
    }

    /**
     * @param address the real one; null if the list holds none
     * @param forged whether the list imitates another line
     */
    private record Client(@Nullable String address, boolean forged) {}

    /**
     * A request whose bytes {@code b[from, to)} are known, without a user; null if they are not.
     */
    @Nullable Access find(byte[] b, int from, int to) {
        return requests.get(b, from, to);
    }

    /** The known request, now sent by the client and answered as the draft says. */
    Access again(Access known, byte[] b, RequestHead head, RequestDraft draft) {
        Client client = client(b, head.addressAt, head.dash);
        return new Access(
                assembly.shown(client.address()),
                null,
                known.method(),
                known.path(),
                known.query(),
                known.protocol(),
                known.status(),
                draft.responseBytes,
                draft.durationNanos,
                known.endpoint(),
                known.auth(),
                known.hijacked(),
                client.forged(),
                draft.pid,
                known.userAgent(),
                known.requestId(),
                known.traceId(),
                known.detail());
    }

    /** Remembers a request by its bytes {@code b[from, to)} if it may be. */
    @SuppressWarnings("ReferenceEquality") // what redaction leaves alone is the same string
    void keep(byte[] b, int from, int to, Access access, RequestDraft draft) {
        boolean plain =
                !access.forged()
                        && draft.user == null
                        && access.path() == draft.path
                        && access.protocol() == draft.protocol
                        && access.query() == draft.query;
        if (plain) {
            requests.put(b, from, to, access);
        }
    }

    private Client client(byte[] b, int from, int to) {
        Client known = clients.get(b, from, to);
        if (known != null) {
            return known;
        }
        String addresses = LogText.of(b, from, to);
        Client client = new Client(assembly.resolved(addresses), Forgery.inAddress(addresses));
        clients.put(b, from, to, client);
        return client;
    }
}
