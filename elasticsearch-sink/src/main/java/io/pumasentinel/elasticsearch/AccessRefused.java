package io.pumasentinel.elasticsearch;

import java.io.IOException;

/** The account's rights do not suffice for a call. */
final class AccessRefused extends IOException {

    private static final long serialVersionUID = 1L;

    AccessRefused(String message) {
        super(message);
    }
}
