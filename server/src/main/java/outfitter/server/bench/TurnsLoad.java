package outfitter.server.bench;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Customers who write, a fixed number of messages on their way at a time, in a fixed mix of kinds. A message is done when
 * it was acknowledged and came back by the customer's stream. Lives on its line's context.
 */
final class TurnsLoad {
    private static final Logger LOG = LoggerFactory.getLogger(TurnsLoad.class);
    private static final String PERSON_PLEASE = "Can I talk to a person, please?";
    private static final int ARRIVING_AT_ONCE = 20;
    /** Every so many messages one is sent twice. */
    private static final int TWICE_EVERY = 40;

    /** Who writes. */
    enum Kind {
        /** A person has the episode: the bot is silent. */
        HELD,
        /** Presses what the bot offers. */
        PRESSING,
        /** Writes to the bot in words of their own. */
        WRITING
    }

    private final Line line;
    private final int port;
    private final List<DeskAgent> agents;
    private final Map<Kind, Deque<Talker>> idle = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> done = new EnumMap<>(Kind.class);
    private final Map<String, String> acknowledged = new HashMap<>();
    private final Latencies latencies = new Latencies();
    private final FreeTexts texts = new FreeTexts();
    private List<Kind> mix = List.of();
    private int atOnce;
    private int dealt;
    private int onTheirWay;
    private long sent;
    private long refused;
    private long twice;

    TurnsLoad(Line line, int port, List<DeskAgent> agents) {
        this.line = line;
        this.port = port;
        this.agents = agents;
        for (Kind kind : Kind.values()) {
            idle.put(kind, new ArrayDeque<>());
            done.put(kind, 0L);
        }
    }

    /** So many of a kind open their chats. */
    Future<Void> arrive(Kind kind, int customers) {
        Future<Void> all = Future.succeededFuture();
        for (int from = 0; from < customers; from += ARRIVING_AT_ONCE) {
            int group = Math.min(ARRIVING_AT_ONCE, customers - from);
            all = all.compose(before -> {
                List<Future<Void>> some = new ArrayList<>();
                for (int i = 0; i < group; i++) some.add(arrive(kind));
                return Future.all(some).mapEmpty();
            });
        }
        return all;
    }

    private Future<Void> arrive(Kind kind) {
        return ChatCustomer.arrive(line, port, null)
                .compose(customer -> kind == Kind.HELD ? held(customer) : Future.succeededFuture(customer))
                .map(customer -> {
                    idle(kind).add(new Talker(kind, customer));
                    return null;
                });
    }

    private Future<ChatCustomer> held(ChatCustomer customer) {
        DeskAgent agent = agents.get((int) (sent++ % agents.size()));
        return customer.say("hello", PERSON_PLEASE).compose(activity -> {
            long conversation = ChatCustomer.conversation(activity);
            if (sent <= agents.size()) agent.watch(conversation);
            return agent.claim(conversation).map(customer);
        });
    }

    private Deque<Talker> idle(Kind kind) {
        return idle.getOrDefault(kind, new ArrayDeque<>());
    }

    /** From now on {@code atOnce} messages are on their way, of the kinds of {@code mix} in turn; none lets it end. */
    void talk(List<Kind> mix, int atOnce) {
        this.mix = mix;
        this.atOnce = atOnce;
        pour();
    }

    private void pour() {
        while (onTheirWay < atOnce) {
            Kind kind = mix.get(dealt % mix.size());
            Talker talker = idle(kind).poll();
            if (talker == null) return;
            dealt++;
            onTheirWay++;
            talker.speak();
        }
    }

    /** One customer, with at most one message on its way. */
    private final class Talker {
        private final Kind kind;
        private final ChatCustomer customer;
        private final Presses presses = new Presses();
        private String key = "";
        private long sentNanos;
        private boolean counts;
        private boolean echoed;
        private int unacknowledged;

        Talker(Kind kind, ChatCustomer customer) {
            this.kind = kind;
            this.customer = customer;
            customer.onEcho(this::echo);
        }

        void speak() {
            String text = text();
            key = "m" + ++sent;
            sentNanos = System.nanoTime();
            echoed = false;
            unacknowledged = sent % TWICE_EVERY == 0 ? 2 : 1;
            for (int i = unacknowledged; i > 0; i--) {
                customer.say(key, text).onComplete(said -> answered(said.result()));
            }
        }

        private String text() {
            counts = true;
            if (kind == Kind.HELD) return "and what about the other parcel, number " + sent + " of mine?";
            if (kind == Kind.WRITING) return texts.next();
            Optional<String> press = presses.next(customer.buttons());
            counts = press.isPresent();
            return press.orElseGet(Presses::ask);
        }

        private void answered(@Nullable String activity) {
            unacknowledged--;
            if (activity == null) refused++;
            else {
                String before = acknowledged.put(key, activity);
                if (before != null && !before.equals(activity)) twice++;
            }
            settle();
        }

        private void echo(String ofKey) {
            if (!ofKey.equals(key)) {
                if (ofKey.startsWith("m")) twice++;
                return;
            }
            if (echoed) twice++;
            echoed = true;
            settle();
        }

        private void settle() {
            if (!echoed || unacknowledged > 0) return;
            latencies.add(System.nanoTime() - sentNanos);
            if (counts) done.merge(kind, 1L, Long::sum);
            // What else the same frame brings, buttons for one, is read first.
            line.context().runOnContext(nothing -> {
                onTheirWay--;
                rest();
                pour();
            });
        }

        private void rest() {
            boolean handedOff = kind == Kind.WRITING && !customer.holder().equals("bot");
            if (!handedOff) {
                idle(kind).add(this);
                return;
            }
            customer.leave();
            arrive(kind).onFailure(failure -> LOG.warn("nobody new cause={}", failure.getMessage()));
        }
    }

    /** Messages done so far, by kind. */
    Map<Kind, Long> done() {
        return Map.copyOf(done);
    }

    Latencies latencies() {
        return latencies;
    }

    int onTheirWay() {
        return onTheirWay;
    }

    /** The activity by which each message was acknowledged, by the message's key. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    /** Requests that failed. */
    long refused() {
        return refused;
    }

    /** Messages that a customer's stream showed again, or that had two acknowledgements. */
    long shownTwice() {
        return twice;
    }
}
