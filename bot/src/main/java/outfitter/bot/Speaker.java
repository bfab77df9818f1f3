package outfitter.bot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import outfitter.bot.dialogue.Button;
import outfitter.bot.dialogue.Choice;
import outfitter.bot.dialogue.Line;
import outfitter.bot.dialogue.Listing;
import outfitter.bot.dialogue.Memory;
import outfitter.bot.dialogue.Say;
import outfitter.bot.texts.Texts;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.EntryBody.BotMessage;

/** Puts what is to be said into words, and recognises a button's words when they come back. */
final class Speaker {
    private static final Line YES = Line.of("words.yes");
    private static final Line NO = Line.of("words.no");
    static final List<Line> LINES = List.of(YES, NO);
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Texts texts;

    Speaker(Texts texts) {
        this.texts = texts;
    }

    /** A message and what its buttons mean. */
    record Spoken(BotMessage message, List<Choice> choices) {}

    /** All of {@code says} as one message: one answer, however much there is to say. */
    Spoken speak(List<Say> says, String routine, Instant now) {
        List<String> parts = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        List<Card> cards = new ArrayList<>();
        for (Say say : says) {
            parts.add(words(say, now));
            say.buttons().forEach(button -> choices.add(choice(button, now)));
            cards.addAll(say.cards());
        }
        List<String> titles = choices.stream().map(Choice::title).distinct().toList();
        String id = routine.isEmpty() ? null : routine;
        return new Spoken(new BotMessage(String.join("\n\n", parts), titles, cards, id), choices);
    }

    String words(Say say, Instant now) {
        Map<String, Object> filled = new HashMap<>(say.filled());
        filled.replaceAll((slot, value) -> value instanceof Say inner
                ? words(inner, now)
                : value instanceof Listing listing ? listed(listing, now) : value);
        return texts.say(say.line(), filled, now);
    }

    private String listed(Listing listing, Instant now) {
        return listing.lines().stream().map(line -> words(line, now)).collect(Collectors.joining("\n"));
    }

    private Choice choice(Button button, Instant now) {
        return new Choice(texts.say(button.title(), button.filled(), now), button.intent(), button.slots());
    }

    /** The button that {@code text} presses, or that a plain yes or no means. */
    Optional<Choice> pressed(String text, Memory memory, Instant now) {
        String plain = plain(text);
        Optional<Choice> exact = memory.choices().stream()
                .filter(choice -> plain(choice.title()).equals(plain))
                .findFirst();
        if (exact.isPresent()) return exact;
        if (isOneOf(plain, YES, now)) return meaning(memory, "yes");
        if (isOneOf(plain, NO, now)) return meaning(memory, "no");
        return Optional.empty();
    }

    private static Optional<Choice> meaning(Memory memory, String answer) {
        return memory.choices().stream()
                .filter(choice -> answer.equals(choice.slots().get(Button.ANSWER)))
                .findFirst();
    }

    private boolean isOneOf(String plain, Line words, Instant now) {
        List<String> list = List.of(texts.say(words, Map.of(), now).split("\\|", -1));
        return list.contains(plain);
    }

    private static String plain(String text) {
        return BETWEEN.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
