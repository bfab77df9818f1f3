package outfitter.server.staff;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Card;

/** What an agent's screen sends. Each act carries a key of the screen's making: repeated with it, it has one effect. */
final class Acts {
    private static final int LONGEST_KEY = 100;
    private static final int LONGEST_TEXT = 8_000;
    private static final int LONGEST_LINE = 300;
    private static final int MOST_CARDS = 10;
    private static final Set<String> KINDS = Set.of("damaged", "wrong-item", "late", "missing", "other");
    private static final Set<String> REASONS = Set.of("not-now", "does-not-go", "too-dear", "has-one", "other");

    private Acts() {}

    record Plain(String key) {
        Plain {
            checkKey(key);
        }
    }

    /** Words, cards or both. */
    record Reply(
            String key, @Nullable String text, @Nullable List<Card> cards) {
        Reply {
            checkKey(key);
            text = text == null ? "" : text.strip();
            cards = cards == null ? List.of() : List.copyOf(cards);
            if (text.isEmpty() && cards.isEmpty())
                throw new IllegalArgumentException("text: say something, or send a card");
            if (cards.size() > MOST_CARDS) throw new IllegalArgumentException("cards: at most " + MOST_CARDS);
            if (!text.isEmpty()) check("text", text, LONGEST_TEXT);
            for (Card card : cards) {
                check("product", card.product(), LONGEST_LINE);
                if (card.note() != null) check("note", card.note(), LONGEST_LINE);
            }
        }

        String words() {
            return text == null ? "" : text;
        }

        List<Card> all() {
            return cards == null ? List.of() : cards;
        }
    }

    record Note(String key, String text) {
        Note {
            checkKey(key);
            check("text", text, LONGEST_TEXT);
        }
    }

    record Problem(
            String key,
            String kind,
            int severity,
            String title,
            @Nullable String order,
            @Nullable String product) {
        Problem {
            checkKey(key);
            if (!KINDS.contains(kind)) throw new IllegalArgumentException("kind: one of " + sorted(KINDS));
            if (severity < 1 || severity > 3) throw new IllegalArgumentException("severity: 1 (small) to 3 (grave)");
            check("title", title, LONGEST_LINE);
            if (order != null) check("order", order, LONGEST_LINE);
            if (product != null) check("product", product, LONGEST_LINE);
        }
    }

    record Closing(String key, String how) {
        Closing {
            checkKey(key);
            check("how", how, LONGEST_LINE);
        }
    }

    record Declining(String key, String reason) {
        Declining {
            checkKey(key);
            if (!REASONS.contains(reason)) throw new IllegalArgumentException("reason: one of " + sorted(REASONS));
        }
    }

    private static void checkKey(String key) {
        check("key", key, LONGEST_KEY);
    }

    /** Refuses what is empty, too long, or cannot be stored: PostgreSQL has no NUL and no half of a character. */
    private static void check(String field, String value, int longest) {
        if (value.isBlank()) throw new IllegalArgumentException(field + ": must not be empty");
        if (value.length() > longest)
            throw new IllegalArgumentException(field + ": at most " + longest + " characters");
        boolean storable = value.codePoints().noneMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
        if (!storable) throw new IllegalArgumentException(field + ": holds characters that cannot be stored");
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
