package outfitter.recommender.ranking;

import java.util.Map;

/**
 * One reason for a suggestion, as data: {@link EvidenceTexts} makes it a phrase that can be said aloud.
 *
 * @param kind names the phrase, 'bought-together'
 * @param facts what fills it: {@code count} (whole number, of orders or pieces), product handles, sizes, amounts. Every
 *     figure is a raw, true count; what is decayed or weighed only ranks.
 */
public record Evidence(String kind, Map<String, Object> facts) {
    public Evidence {
        facts = Map.copyOf(facts);
    }
}
