package outfitter.bot.understanding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import outfitter.models.shop.Catalogue;

/**
 * Remembers what short texts mean: buttons, greetings and the questions that everybody asks come again and again. A new
 * catalogue has other words, so it is asked anew for each. Safe to share between threads.
 */
public final class RememberingUnderstander implements Understander {
    private static final int REMEMBERED = 5_000;
    private static final int LONGEST = 80;

    private final Understander understander;
    private final Supplier<Catalogue> catalogue;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public RememberingUnderstander(Understander understander, Supplier<Catalogue> catalogue) {
        this.understander = understander;
        this.catalogue = catalogue;
    }

    private record Known(Catalogue by, Understanding understanding) {}

    @Override
    public Future<Understanding> understand(List<String> messages) {
        if (messages.size() > 1 || messages.get(0).length() > LONGEST) return understander.understand(messages);
        Catalogue now = catalogue.get();
        Known before = known.getIfPresent(messages.get(0));
        if (before != null && before.by() == now) return Future.succeededFuture(before.understanding());
        return understander.understand(messages).onSuccess(fresh -> known.put(messages.get(0), new Known(now, fresh)));
    }
}
