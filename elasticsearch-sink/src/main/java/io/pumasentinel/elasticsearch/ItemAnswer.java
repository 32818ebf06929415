package io.pumasentinel.elasticsearch;

/**
 * What Elasticsearch says of one operation.
 *
 * @param status HTTP status
 * @param type the error's type, such as {@code document_parsing_exception}; empty if there is none
 * @param reason type and words of the error, at most 1,000 characters; empty if there is none
 */
record ItemAnswer(int status, String type, String reason) {

    private static final int MAX_REASON = 1_000;

    ItemAnswer {
        reason = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) : reason;
    }

    /** What to do with an operation. */
    enum Verdict {
        WRITTEN,
        ALREADY_WRITTEN,
        AGAIN,
        REJECTED
    }

    /**
     * A conflict means that the id, or a newer version, is there: the effect is what was wanted.
     * Missing privileges are the account's fault, not the document's: throwing documents away for
     * them would empty the stream.
     */
    Verdict verdict() {
        if (status >= 200 && status < 300) {
            return Verdict.WRITTEN;
        }
        if (status == 409) {
            return Verdict.ALREADY_WRITTEN;
        }
        boolean refused = status == 429 || status == 401 || type.equals("security_exception");
        return refused || status < 400 || status >= 500 ? Verdict.AGAIN : Verdict.REJECTED;
    }
}
