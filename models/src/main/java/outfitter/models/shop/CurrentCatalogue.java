package outfitter.models.shop;

import io.vertx.core.Future;
import java.util.function.Supplier;
import outfitter.models.rows.FreshReads;

/**
 * The catalogue that is served now: empty until the first {@link #reload}, then swapped whole, so that a reader who
 * keeps what {@link #get} gave sees one state throughout. Thread-safe.
 */
public final class CurrentCatalogue implements Supplier<Catalogue> {
    private final FreshReads<Catalogue> reads;
    private volatile Catalogue current = Catalogue.EMPTY;

    public CurrentCatalogue(Catalogues catalogues) {
        reads = new FreshReads<>(() -> catalogues.load().onSuccess(fresh -> current = fresh));
    }

    @Override
    public Catalogue get() {
        return current;
    }

    /** Reads the tables as they are at this call or later; on failure the old picture stays. */
    public Future<Catalogue> reload() {
        return reads.read();
    }
}
