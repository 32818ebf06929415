package io.pumasentinel.job.sink;

import io.pumasentinel.elasticsearch.BulkOperation;
import io.pumasentinel.elasticsearch.DocumentConverter;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns what travels on one stream into bulk operations: index, id, version, document.
 *
 * <p>Each writer has a buffer of its own, made where it runs.
 *
 * @param <T> the stream's type
 */
abstract class Operations<T> implements DocumentConverter<T> {
    private static final long serialVersionUID = 1L;

    final IndexNames names;
    private transient @Nullable Documents documents;

    Operations(IndexNames names) {
        this.names = names;
    }

    final Documents documents() {
        Documents made = documents;
        if (made == null) {
            made = new Documents();
            documents = made;
        }
        return made;
    }

    static final class OfEvents extends Operations<PumaEvent> {
        private static final long serialVersionUID = 1L;

        OfEvents(IndexNames names) {
            super(names);
        }

        @Override
        public void convert(PumaEvent event, Consumer<BulkOperation> out) {
            out.accept(
                    BulkOperation.create(
                            index(event), Documents.idOf(event), documents().of(event)));
        }

        private String index(PumaEvent event) {
            if (event.kind() == EventKind.ACCESS) {
                return names.access(event.timestampMillis());
            }
            return event.kind() == EventKind.STATS
                    ? names.stats(event.timestampMillis())
                    : names.error(event.timestampMillis());
        }
    }

    static final class OfWindows extends Operations<EndpointWindow> {
        private static final long serialVersionUID = 1L;

        OfWindows(IndexNames names) {
            super(names);
        }

        @Override
        public void convert(EndpointWindow window, Consumer<BulkOperation> out) {
            out.accept(
                    BulkOperation.create(
                            names.endpoint(window.startMillis()),
                            Documents.idOf(window),
                            documents().of(window)));
        }
    }

    static final class OfAlerts extends Operations<Alert> {
        private static final long serialVersionUID = 1L;

        OfAlerts(IndexNames names) {
            super(names);
        }

        @Override
        public void convert(Alert alert, Consumer<BulkOperation> out) {
            byte[] document = documents().of(alert);
            out.accept(
                    BulkOperation.indexVersioned(
                            names.alert(alert.startMillis()),
                            alert.id(),
                            alert.version(),
                            document));
            if (alert.transition()) {
                out.accept(
                        BulkOperation.create(
                                names.alertTransition(alert.endMillis()),
                                Documents.transitionIdOf(alert),
                                document));
            }
        }
    }

    static final class OfDeadLetters extends Operations<DeadLetter> {
        private static final long serialVersionUID = 1L;

        OfDeadLetters(IndexNames names) {
            super(names);
        }

        @Override
        public void convert(DeadLetter letter, Consumer<BulkOperation> out) {
            out.accept(
                    BulkOperation.create(
                            names.deadLetter(letter.timestampMillis()),
                            Documents.idOf(letter),
                            documents().of(letter)));
        }
    }
}
