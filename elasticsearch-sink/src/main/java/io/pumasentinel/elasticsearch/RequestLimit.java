package io.pumasentinel.elasticsearch;

import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * A fixed number of requests in flight.
 *
 * <p>Flink's own strategy halves its rate after every failure, and grows it by ten operations with
 * every success: after an outage it takes minutes to get back to full batches. Here a failed
 * request keeps its place while it backs off, which slows the sink down just as long as it lasts.
 */
final class RequestLimit implements RateLimitingStrategy {

    private final int requests;
    private final int batch;
    private int inFlight;

    RequestLimit(int requests, int batch) {
        this.requests = requests;
        this.batch = batch;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        inFlight++;
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        inFlight--;
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return inFlight >= requests;
    }

    @Override
    public int getMaxBatchSize() {
        return batch;
    }
}
