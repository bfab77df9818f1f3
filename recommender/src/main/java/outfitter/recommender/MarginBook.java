package outfitter.recommender;

import io.vertx.core.Future;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.models.merchandising.Margins;
import outfitter.models.shop.Catalogue;

/** The margins in memory, read anew whenever the catalogue is another one. Thread-safe. */
final class MarginBook {
    private static final Logger LOG = LoggerFactory.getLogger(MarginBook.class);

    private final Margins margins;
    private final AtomicReference<@Nullable Catalogue> readFor = new AtomicReference<>();
    private volatile Map<String, Double> known = Map.of();

    MarginBook(Margins margins) {
        this.margins = margins;
    }

    /** In percent by product; those from before the change while new ones are being read. */
    Map<String, Double> of(Catalogue catalogue) {
        Catalogue before = readFor.get();
        if (before != catalogue && readFor.compareAndSet(before, catalogue)) {
            read().onFailure(failure -> LOG.warn("margins not read", failure));
        }
        return known;
    }

    Future<Void> reload(Catalogue catalogue) {
        readFor.set(catalogue);
        return read();
    }

    private Future<Void> read() {
        return margins.all().onSuccess(fresh -> known = fresh).mapEmpty();
    }
}
