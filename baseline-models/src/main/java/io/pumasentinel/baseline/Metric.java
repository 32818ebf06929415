package io.pumasentinel.baseline;

/** What is judged of a window. */
public enum Metric {
    /** Requests per second. */
    RATE("rate"),
    /** Share of answers 400 to 499, in [0,1]. */
    ERRORS_4XX("errors_4xx"),
    /** Share of answers 500 to 599, in [0,1]. */
    ERRORS_5XX("errors_5xx"),
    /** Share of answers 401 and 403, in [0,1]. */
    DENIED("denied"),
    /** Distinct client addresses of a window. */
    CLIENTS("clients"),
    /** Share of requests with a method, status or parameter name that is new here, in [0,1]. */
    VALUES("values"),
    /** Median latency of the answers below 400 in seconds. */
    LATENCY_P50("latency.p50"),
    /** 0.95 quantile of the latency in seconds. */
    LATENCY_P95("latency.p95"),
    /** 0.99 quantile of the latency in seconds. */
    LATENCY_P99("latency.p99"),
    /** Mean length of the responses whose length is known, in bytes. */
    BYTES("bytes");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /** The metric's part of an anomaly's name, such as {@code latency.p95}. */
    public String label() {
        return label;
    }
}
