package io.pumasentinel.job.rules;

import io.pumasentinel.cep.RuleChanges;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks into a folder at every tick; while it cannot be read the rules stay as they are. */
final class FolderFunction extends RichFlatMapFunction<Long, RuleChanges> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(FolderFunction.class);

    private final String path;
    private transient RuleFolder folder;
    private transient boolean unreadable;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    FolderFunction(String path) {
        this.path = path;
    }

    @Override
    public void open(OpenContext context) {
        folder = new RuleFolder(Path.of(path));
    }

    @Override
    public void flatMap(Long tick, Collector<RuleChanges> out) {
        try {
            folder.look().ifPresent(out::collect);
            unreadable = false;
        } catch (UncheckedIOException e) {
            if (!unreadable) {
                LOG.warn("Rules cannot be read and stay as they are: {}", e.getMessage());
            }
            unreadable = true;
        }
    }
}
