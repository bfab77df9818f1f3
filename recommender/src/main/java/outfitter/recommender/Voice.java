package outfitter.recommender;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import outfitter.models.shop.Catalogue;
import outfitter.models.shop.Product;
import outfitter.recommender.ranking.Evidence;
import outfitter.recommender.ranking.EvidenceTexts;

/** Says evidence aloud. Thread-safe. */
final class Voice {
    private static final String FALLBACK_LANGUAGE = "en";

    private final Map<String, Optional<EvidenceTexts>> texts = new ConcurrentHashMap<>();

    /** The phrase for {@code evidence}, in English when there is none in {@code language}. */
    String say(Evidence evidence, String language, Catalogue catalogue, Instant now) {
        return textsIn(language)
                .say(evidence, id -> catalogue.product(id).map(Product::title).orElse(id), now);
    }

    private EvidenceTexts textsIn(String language) {
        return texts.computeIfAbsent(language, EvidenceTexts::in)
                .or(() -> texts.computeIfAbsent(FALLBACK_LANGUAGE, EvidenceTexts::in))
                .orElseThrow();
    }
}
