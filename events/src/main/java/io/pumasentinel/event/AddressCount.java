package io.pumasentinel.event;

/**
 * How often one client address was seen.
 *
 * @param address the client's address
 * @param count requests in the window
 */
public record AddressCount(String address, long count) {}
