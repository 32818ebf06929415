package io.pumasentinel.event.ingest;

/**
 * Recognises client text that imitates a log line. Neither an honest forwarded list nor a protocol
 * holds a quote; a torn or merged line looks the same and is as little to be believed.
 */
final class Forgery {

    private Forgery() {}

    static boolean inAddress(String addresses) {
        return addresses.indexOf('"') >= 0
                || addresses.contains(" - ")
                || addresses.contains(": ")
                || addresses.contains("#<");
    }

    static boolean inProtocol(String protocol) {
        return protocol.indexOf('"') >= 0;
    }
}
