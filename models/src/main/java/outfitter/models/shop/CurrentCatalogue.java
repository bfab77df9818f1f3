package outfitter.models.shop;

import io.vertx.core.Future;
import java.util.function.Supplier;

/**
 * The catalogue that is served now: empty until the first {@link #reload}, then swapped whole, so that a reader who
 * keeps what {@link #get} gave sees one state throughout. Thread-safe.
 */
public final class CurrentCatalogue implements Supplier<Catalogue> {
    private final Catalogues catalogues;
    private volatile Catalogue current = Catalogue.EMPTY;

    public CurrentCatalogue(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    @Override
    public Catalogue get() {
        return current;
    }

    /** Reads the tables anew; on failure the old picture stays. */
    public Future<Catalogue> reload() {
        return catalogues.load().onSuccess(fresh -> current = fresh);
    }
}
