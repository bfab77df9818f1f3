package outfitter.recommender.ranking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outfitter.models.json.Json;
import outfitter.models.shop.Money;

/**
 * The phrases for {@link Evidence} in one language, read from {@code evidence/<language>.json}. A phrase has a form for
 * one and for other counts; a slot is {@code {fact}} or {@code {fact|how}}, how being title, month, money, number, list or
 * word. Thread-safe.
 */
public final class EvidenceTexts {
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

    private final Locale locale;
    private final Map<String, Map<String, String>> phrases;
    private final Map<String, String> words;

    private EvidenceTexts(File file) {
        locale = Locale.forLanguageTag(file.locale());
        phrases = file.phrases();
        words = file.words();
    }

    private record File(String locale, Map<String, Map<String, String>> phrases, Map<String, String> words) {}

    /** The phrases in {@code language} ('en'); empty when there are none. */
    public static Optional<EvidenceTexts> in(String language) {
        try (InputStream file = EvidenceTexts.class.getResourceAsStream("/evidence/" + language + ".json")) {
            if (file == null) return Optional.empty();
            return Optional.of(new EvidenceTexts(Json.MAPPER.readValue(file, File.class)));
        } catch (IOException e) {
            throw new UncheckedIOException("evidence/" + language + ".json", e);
        }
    }

    /**
     * The phrase for {@code evidence}, without a capital or a full stop.
     *
     * @param titles a product's title by its handle
     * @param now a month of another year is said with its year
     */
    public String say(Evidence evidence, UnaryOperator<String> titles, Instant now) {
        Map<String, String> forms = phrases.get(evidence.kind());
        if (forms == null) throw new IllegalArgumentException("no phrase for evidence " + evidence.kind());
        boolean one = Integer.valueOf(1).equals(evidence.facts().get("count")) && forms.containsKey("one");
        String phrase = forms.getOrDefault(one ? "one" : "other", "");
        return SLOT.matcher(phrase)
                .replaceAll(slot -> Matcher.quoteReplacement(fill(slot, evidence.facts(), titles, now)));
    }

    /** The kinds of evidence that have a phrase. */
    Collection<String> kinds() {
        return phrases.keySet();
    }

    private String fill(MatchResult slot, Map<String, Object> facts, UnaryOperator<String> titles, Instant now) {
        Object fact = facts.get(slot.group(1));
        if (fact == null) throw new IllegalArgumentException("evidence without " + slot.group(1));
        String how = slot.group(2) == null ? "" : slot.group(2);
        return switch (how) {
            case "title" -> titles.apply(fact.toString());
            case "month" -> month(LocalDate.parse(fact.toString()), now);
            case "money" -> new Money(((Number) fact).longValue(), String.valueOf(facts.get("currency"))).in(locale);
            case "list" -> ((List<?>) fact).stream().map(Object::toString).collect(Collectors.joining(word("and")));
            case "word" -> word(fact.toString());
            default -> fact instanceof Number number ? number(number) : fact.toString();
        };
    }

    private String month(LocalDate day, Instant now) {
        boolean thisYear =
                day.getYear() == Year.from(now.atZone(ZoneOffset.UTC)).getValue();
        return day.format(DateTimeFormatter.ofPattern(thisYear ? "LLLL" : "LLLL yyyy", locale));
    }

    private String number(Number number) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(number);
    }

    private String word(String key) {
        return words.getOrDefault(key, key);
    }
}
