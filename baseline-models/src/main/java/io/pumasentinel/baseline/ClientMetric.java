package io.pumasentinel.baseline;

/** What is judged of a client in a window. */
public enum ClientMetric {
    /** Requests in the window. */
    REQUESTS("client.requests"),
    /** Share of answers 400 to 599, in [0,1]. */
    ERRORS("client.errors"),
    /** Different endpoints in the window. */
    ENDPOINTS("client.endpoints");

    private final String label;

    ClientMetric(String label) {
        this.label = label;
    }

    /** The metric's part of an anomaly's name, such as {@code client.requests}. */
    public String label() {
        return label;
    }
}
