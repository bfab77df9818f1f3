package outfitter.bot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outfitter.bot.dialogue.Line;
import outfitter.bot.routine.Routines;
import outfitter.bot.routine.Shop;
import outfitter.bot.texts.Texts;
import outfitter.bot.training.Hearing;
import outfitter.bot.understanding.Understander;
import outfitter.bot.understanding.Understanding;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.ConversationId;
import outfitter.models.conversation.ConversationState;
import outfitter.models.conversation.Conversations;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Holder;
import outfitter.models.conversation.Outcome;
import outfitter.models.conversation.Unanswered;
import outfitter.models.journal.Advance;
import outfitter.models.journal.Cause;
import outfitter.models.journal.News;
import outfitter.models.journal.Timeline;

/**
 * Carries a customer's message through: into the conversation, to the bot's answer, and out again as one turn.
 *
 * <p>A text that says what it wants is answered in its own turn. One that does not is committed at once and answered a
 * moment later, together with whatever else was written by then; typing prolongs that moment. While a person holds the
 * episode the bot is silent. Safe to call from any thread.
 */
public final class Receptionist {
    /** The most characters that one message may have; more is the sender's mistake. */
    public static final int LONGEST_TEXT = 4_000;

    private static final Logger LOG = LoggerFactory.getLogger(Receptionist.class);
    /** An episode that the bot holds is over when nobody wrote for so long. */
    static final Duration IDLE = Duration.ofHours(12);

    private static final int NETWORKS = 50_000;

    private final Timeline timeline;
    private final Conversations conversations;
    private final Understander understander;
    private final Bot bot;
    private final OwedAnswers owed;
    private final Cache<ConversationId, String> networks =
            Caffeine.newBuilder().maximumSize(NETWORKS).build();
    private volatile Consumer<Hearing> ear = hearing -> {};

    /** A receptionist whose {@code texts} were checked against {@link #lines}. */
    public Receptionist(
            Vertx vertx,
            Clock clock,
            Timeline timeline,
            Conversations conversations,
            News news,
            Understander understander,
            Shop shop,
            Texts texts,
            Escalations escalations) {
        this.timeline = timeline;
        this.conversations = conversations;
        this.understander = understander;
        this.bot = new Bot(new Routines(shop), texts, escalations);
        this.owed = new OwedAnswers(vertx, clock, news, this::answer);
    }

    /** All that the bot and the channels may say: what texts must have. */
    public static List<Line> lines(Shop shop) {
        List<Line> lines = new ArrayList<>(Bot.lines(new Routines(shop)));
        lines.addAll(ChannelLines.ALL);
        return List.copyOf(lines);
    }

    /** Tells {@code listener}, from now on and after each commit, what the bot made of customers' own words. */
    public void tell(Consumer<Hearing> listener) {
        ear = listener;
    }

    /** Picks up the answers that were owed when the server stopped. */
    public Future<Void> start() {
        return conversations.owed().compose(all -> {
            if (!all.isEmpty()) LOG.info("owed answers picked up count={}", all.size());
            return Future.all(all.stream().map(this::pickUp).toList()).mapEmpty();
        });
    }

    private Future<Void> pickUp(Conversations.Owed open) {
        return conversations.find(open.conversation()).map(found -> {
            found.map(Conversation::state)
                    .filter(state -> !state.unanswered().isEmpty())
                    .ifPresent(state -> owed.due(
                            open.conversation(),
                            open.due(),
                            state.unanswered()
                                    .get(state.unanswered().size() - 1)
                                    .seq()));
            return null;
        });
    }

    public void close() {
        owed.close();
    }

    /**
     * Takes in a message; completes after the commit. A text that is empty or longer than {@link #LONGEST_TEXT} fails with
     * {@link IllegalArgumentException}.
     *
     * @param messageId its id at the address; the same one again has no second effect
     * @param network where it comes from, null when unknown
     */
    public Future<Advance> receive(String address, String messageId, String text, @Nullable String network) {
        return receive(new Message(address, messageId, text, List.of(), Message.Form.WORDS, network));
    }

    /** The same for whatever else a customer may send. */
    public Future<Advance> receive(Message message) {
        return receive(message, into -> Future.succeededFuture());
    }

    /**
     * As {@link #receive(Message)}, provided that {@code admission} lets the sender into the conversation that the message
     * would be written to; else fails as it does, and nothing is written.
     */
    public Future<Advance> receive(Message message, Function<Conversation, Future<Void>> admission) {
        String clean = CleanText.of(message.text());
        if (clean.isEmpty()) return Future.failedFuture(new IllegalArgumentException("the text is empty"));
        if (clean.length() > LONGEST_TEXT) {
            return Future.failedFuture(
                    new IllegalArgumentException("the text is longer than " + LONGEST_TEXT + " characters"));
        }
        Arrival arrival =
                new Arrival(message, clean, admission, new HashMap<>(), new AtomicReference<>(), System.nanoTime());
        return arrive(arrival)
                .recover(failure -> failure instanceof IdleEpisode idle
                        ? endIdle(idle).compose(ended -> arrive(arrival))
                        : Future.failedFuture(failure))
                .onSuccess(advance -> overhear(arrival.asked(), advance));
    }

    /** The customer is typing: the bot waits a little longer before it answers what was not clear. */
    public void typing(ConversationId conversation) {
        owed.typing(conversation);
    }

    /** A message on its way in; what its texts mean is reckoned once, however often the decision is taken. */
    private record Arrival(
            Message message,
            String text,
            Function<Conversation, Future<Void>> admission,
            Map<List<String>, Future<Understanding>> heard,
            AtomicReference<@Nullable Request> asked,
            long startedNanos) {
        String address() {
            return message.address();
        }

        String id() {
            return message.id();
        }

        @Nullable
        String network() {
            return message.network();
        }
    }

    private Future<Advance> arrive(Arrival arrival) {
        return timeline.receive(
                arrival.address(),
                arrival.id(),
                (now, at) -> arrival.admission().apply(now).compose(admitted -> decide(arrival, now, at)));
    }

    private Future<List<EntryBody>> decide(Arrival arrival, Conversation now, Instant at) {
        ConversationState state = now.state();
        EntryBody said = new EntryBody.CustomerMessage(
                arrival.text(), arrival.address(), arrival.message().attachments());
        if (state.holder() == Holder.CLAIMED) return Future.succeededFuture(List.of(said));
        if (isIdle(state, at)) return Future.failedFuture(new IdleEpisode(now, state));
        String network = arrival.network();
        if (network != null) networks.put(now.id(), network);
        List<EntryBody> before = new ArrayList<>(List.of(said));
        if (state.openEpisode().isEmpty()) before.add(new EntryBody.EpisodeOpened(state.nextEpisode(), null));
        return request(arrival, now, at)
                .compose(request -> {
                    arrival.asked().set(arrival.message().form() == Message.Form.WORDS ? request : null);
                    return bot.answer(request, arrival.message().form());
                })
                .map(answer -> {
                    before.addAll(answer);
                    return before;
                });
    }

    private Future<Request> request(Arrival arrival, Conversation now, Instant at) {
        ConversationState state = now.state();
        List<String> texts = Stream.concat(state.unanswered().stream().map(Unanswered::text), Stream.of(arrival.text()))
                .toList();
        List<Long> seqs = Stream.concat(state.unanswered().stream().map(Unanswered::seq), Stream.of(now.head() + 1))
                .toList();
        return arrival.heard()
                .computeIfAbsent(texts, understander::understand)
                .map(heard -> new Request(
                        now,
                        state.openEpisode().map(Episode::number).orElse(state.nextEpisode()),
                        seqs,
                        heard,
                        arrival.text(),
                        true,
                        at,
                        arrival.address() + " " + arrival.id(),
                        arrival.network(),
                        arrival.startedNanos()));
    }

    /** Answers what is still unanswered, now that nothing more came. */
    private Future<?> answer(ConversationId conversation, long upTo) {
        long started = System.nanoTime();
        AtomicReference<@Nullable Request> asked = new AtomicReference<>();
        return timeline.advance(conversation, Cause.inner("bot", "answer:" + upTo), (now, at) -> {
                    List<Unanswered> open = now.state().unanswered();
                    boolean changed =
                            open.isEmpty() || open.get(open.size() - 1).seq() != upTo;
                    if (changed
                            || now.state().holder() == Holder.CLAIMED
                            || now.state().openEpisode().isEmpty()) {
                        return Future.succeededFuture(List.of());
                    }
                    return late(now, open, at, started).onSuccess(asked::set).compose(bot::answer);
                })
                .onSuccess(advance -> overhear(asked, advance));
    }

    private void overhear(AtomicReference<@Nullable Request> asked, Advance advance) {
        Request request = asked.get();
        if (request == null || bot.isPressed(request)) return;
        advance.match(
                        appended -> Overheard.in(request, appended.entries()),
                        known -> Optional.<Hearing>empty(),
                        nothing -> Optional.<Hearing>empty())
                .ifPresent(ear);
    }

    private Future<Request> late(Conversation now, List<Unanswered> open, Instant at, long started) {
        List<String> texts = open.stream().map(Unanswered::text).toList();
        return understander
                .understand(texts)
                .map(heard -> new Request(
                        now,
                        now.state().openEpisode().orElseThrow().number(),
                        open.stream().map(Unanswered::seq).toList(),
                        heard,
                        texts.get(texts.size() - 1),
                        false,
                        at,
                        "bot answer:" + now.id() + ":"
                                + open.get(open.size() - 1).seq(),
                        networks.getIfPresent(now.id()),
                        started));
    }

    // Whoever waits for a person, or is served by one, is not forgotten however long it takes.
    private static boolean isIdle(ConversationState state, Instant at) {
        Instant last = state.lastCustomerAt();
        boolean withBot = state.openEpisode()
                .filter(episode -> episode.holder() == Holder.BOT)
                .isPresent();
        return withBot && last != null && last.plus(IDLE).isBefore(at);
    }

    /** The episode that this message would have joined is over: it is ended first, in a turn of its own. */
    private static final class IdleEpisode extends RuntimeException {
        final ConversationId conversation;
        final int number;

        IdleEpisode(Conversation now, ConversationState state) {
            super("idle", null, false, false);
            conversation = now.id();
            number = state.openEpisode().orElseThrow().number();
        }
    }

    private Future<Advance> endIdle(IdleEpisode idle) {
        Cause cause = Cause.inner("bot", "idle:" + idle.number);
        return timeline.advance(
                idle.conversation,
                cause,
                (now, at) -> Future.succeededFuture(
                        isIdle(now.state(), at)
                                ? List.of(new EntryBody.EpisodeEnded(
                                        now.state().openEpisode().orElseThrow().number(), Outcome.LEFT, null))
                                : List.of()));
    }
}
