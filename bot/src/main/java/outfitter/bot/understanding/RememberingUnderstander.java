package outfitter.bot.understanding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;
import outfitter.models.shop.Catalogue;

/**
 * Remembers what short texts mean: buttons, greetings and the questions that everybody asks come again and again. A new
 * catalogue has other words and a new language other readings: both make it forget. Safe to share between threads.
 */
public final class RememberingUnderstander implements Understander {
    private static final int REMEMBERED = 5_000;
    private static final int LONGEST = 80;

    private final Understander understander;
    private final Supplier<Catalogue> catalogue;
    private final Supplier<TrainedLanguage> language;
    private final Cache<String, Known> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public RememberingUnderstander(
            Understander understander, Supplier<Catalogue> catalogue, Supplier<TrainedLanguage> language) {
        this.understander = understander;
        this.language = language;
        this.catalogue = catalogue;
    }

    private record Known(Catalogue by, TrainedLanguage in, Understanding understanding) {}

    @Override
    public Future<Understanding> understand(List<String> messages) {
        if (messages.size() > 1 || messages.get(0).length() > LONGEST) return understander.understand(messages);
        Catalogue now = catalogue.get();
        TrainedLanguage spoken = language.get();
        Known before = known.getIfPresent(messages.get(0));
        if (before != null && before.by() == now && before.in() == spoken)
            return Future.succeededFuture(before.understanding());
        return understander
                .understand(messages)
                .onSuccess(fresh -> known.put(messages.get(0), new Known(now, spoken, fresh)));
    }
}
