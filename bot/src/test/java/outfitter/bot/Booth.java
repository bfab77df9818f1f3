package outfitter.bot;

import io.vertx.core.Future;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import outfitter.bot.routine.Routines;
import outfitter.bot.texts.Texts;
import outfitter.bot.understanding.Means;
import outfitter.bot.understanding.ShopUnderstander;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Fold;
import outfitter.models.conversation.Unanswered;
import outfitter.models.customer.CustomerId;
import outfitter.models.shop.OpeningHours;

/** A conversation with a bot in memory: the same decisions and the same fold, without database or clock. */
final class Booth {
    private static final FakeShop LANGUAGE = new FakeShop();
    private static final ShopUnderstander UNDERSTANDER =
            ShopUnderstander.of("en", Routines.intents(), LANGUAGE::catalogue, Means.SENTENCES);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    final FakeShop shop = new FakeShop();
    final List<EntryBody> history = new ArrayList<>();
    boolean staffed = true;
    private final Bot bot;
    private Conversation now;
    private Instant at = FakeShop.NOW;

    Booth(CustomerId customer) {
        Routines routines = new Routines(shop);
        Texts texts = Texts.load(Locale.UK, ZONE, Receptionist.lines(shop));
        bot = new Bot(routines, texts, new Escalations() {
            @Override
            public Future<Standing> standing(ConversationId conversation) {
                return Future.succeededFuture(new Standing(1, OptionalInt.of(3)));
            }

            @Override
            public Future<Staffing> staffing() {
                return Future.succeededFuture(
                        new Staffing(staffed, new OpeningHours(ZONE, List.of()), Optional.empty()));
            }
        });
        now = new Conversation(new ConversationId(7), customer, 0, ConversationState.EMPTY, null, List.of());
    }

    ConversationState state() {
        return now.state();
    }

    /** Appends entries that come from elsewhere. */
    void happens(EntryBody... bodies) {
        append(List.of(bodies));
    }

    /** The customer writes, and hears at once what there is to hear; what is not clear is answered as if time had passed. */
    List<EntryBody> says(String text) {
        at = at.plusSeconds(5);
        List<EntryBody> turn = new ArrayList<>(List.of(new EntryBody.CustomerMessage(text, "site:booth")));
        if (state().openEpisode().isEmpty()) turn.add(new EntryBody.EpisodeOpened(state().nextEpisode(), null));
        List<String> texts = Stream.concat(state().unanswered().stream().map(Unanswered::text), Stream.of(text))
                .toList();
        List<Long> seqs = Stream.concat(state().unanswered().stream().map(Unanswered::seq), Stream.of(now.head() + 1))
                .toList();
        turn.addAll(answer(texts, seqs, true));
        append(turn);
        if (!state().unanswered().isEmpty()) {
            List<EntryBody> late = answer(
                    state().unanswered().stream().map(Unanswered::text).toList(),
                    state().unanswered().stream().map(Unanswered::seq).toList(),
                    false);
            append(late);
            turn.addAll(late);
        }
        return turn;
    }

    /** What the bot said last. */
    EntryBody.BotMessage last() {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i) instanceof EntryBody.BotMessage said) return said;
        }
        throw new AssertionError("the bot said nothing");
    }

    private List<EntryBody> answer(List<String> texts, List<Long> seqs, boolean mayWait) {
        int episode = state().openEpisode().map(Episode::number).orElse(state().nextEpisode());
        return bot.answer(new Request(
                        now,
                        episode,
                        seqs,
                        UNDERSTANDER.understand(texts),
                        texts.get(texts.size() - 1),
                        mayWait,
                        at,
                        "booth " + now.head(),
                        "10.0.0.1",
                        System.nanoTime()))
                .result();
    }

    private void append(List<EntryBody> bodies) {
        List<Entry> entries = new ArrayList<>();
        for (EntryBody body : bodies) {
            entries.add(new Entry(now.id(), now.head() + entries.size() + 1, at, body));
        }
        history.addAll(bodies);
        now = new Conversation(
                now.id(),
                now.customer(),
                now.head() + bodies.size(),
                Fold.after(now.state(), entries),
                null,
                List.of());
    }
}
