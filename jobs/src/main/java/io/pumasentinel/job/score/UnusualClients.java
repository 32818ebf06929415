package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Finds the clients that do not behave as the others of their service do.
 *
 * <pre>
 * events ─ sum by client and window ─► groups of clients ─► population of the service ─► clients
 * </pre>
 */
public final class UnusualClients {
    private UnusualClients() {}

    /**
     * To be attached directly to the operator that scores: the first of its operators runs in one
     * chain with it. Operators: {@code sum-clients}, {@code client-groups}, {@code
     * client-population}.
     */
    public static DataStream<ClientWindow> of(
            DataStream<PumaEvent> scored, BaselineSettings settings) {
        return scored.transform(
                        "sum clients",
                        TypeInformation.of(ClientSum.class),
                        new ClientSumOperator(settings.windowMillis()))
                .uid("sum-clients")
                .keyBy(ClientSum::group, Types.STRING)
                .process(new ClientGroupFunction(settings), TypeInformation.of(ClientGroup.class))
                .name("client groups")
                .uid("client-groups")
                .keyBy(ClientGroup::service, Types.STRING)
                .process(
                        new ClientPopulationFunction(settings),
                        TypeInformation.of(ClientWindow.class))
                .name("client population")
                .uid("client-population");
    }
}
