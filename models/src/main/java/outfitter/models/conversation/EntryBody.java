package outfitter.models.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says. Each kind is one immutable record that maps to JSON by its component names; {@link EntryKind}
 * gives its stored name, version and audience, and {@link Fold} what it does to the conversation's state.
 */
public sealed interface EntryBody {

    // ---- said -------------------------------------------------------------------------------------------------

    /**
     * A customer said something, or pressed a button (its title is the text).
     *
     * @param address where it came from
     * @param attachments what came with it; the text tells of them where the customer wrote none
     */
    record CustomerMessage(
            String text,
            String address,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments) implements EntryBody {
        public CustomerMessage {
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
        }

        /** Words alone. */
        public CustomerMessage(String text, String address) {
            this(text, address, List.of());
        }
    }

    /**
     * Something that came with a customer's words.
     *
     * @param kind 'picture', 'video', 'sound', 'document', 'sticker', 'location', 'contact', 'order' or 'unreadable'
     * @param media where its bytes are kept; null when it has none
     * @param type its media type, as 'image/jpeg'; null when it has none
     * @param name of the file, null when nobody named it
     */
    record Attachment(
            String kind,
            @Nullable UUID media,
            @Nullable String type,
            @Nullable String name) {}

    /**
     * Something that a channel told of the customer and that asks for no answer.
     *
     * @param kind 'reaction' or 'system'
     */
    record Signal(String address, String kind, String text) implements EntryBody {}

    /**
     * A reply did not reach the customer, and nobody tries any longer.
     *
     * @param conversation where the reply stands, which may have been absorbed since
     * @param channel 'whatsapp'
     * @param reason in words for staff
     */
    record NotDelivered(long conversation, long seq, String channel, String reason) implements EntryBody {}

    /**
     * The bot's words.
     *
     * @param routine id of the routine that spoke ('order-status'), null for fallbacks and notices
     * @param buttons answers offered; pressing one sends its title as the customer's text
     */
    record BotMessage(
            String text,
            List<String> buttons,
            List<Card> cards,
            @Nullable String routine) implements EntryBody {
        public BotMessage {
            buttons = List.copyOf(buttons);
            cards = List.copyOf(cards);
        }
    }

    /** A person's words to the customer; {@code agent} is the name that customers read. */
    record AgentMessage(long account, String agent, String text, List<Card> cards) implements EntryBody {
        public AgentMessage {
            cards = List.copyOf(cards);
        }
    }

    /** A private note among staff. */
    record Note(long account, String agent, String text) implements EntryBody {}

    // ---- why --------------------------------------------------------------------------------------------------

    /**
     * Why the bot did what it did, written with every bot turn, and the dialogue state it leaves.
     *
     * @param answers seqs of the customer's messages that this turn settles
     * @param readings intents with calibrated probabilities, likeliest first
     * @param slots what was found in the text, by slot name
     * @param proof what the customer had proved, in words for staff
     * @param decision 'reply', 'ask' or 'escalate', with the routine's id when there is one
     * @param mentioned products named so far in this turn, for the recommender
     * @param dialogue the bot's own memory, opaque to everybody else
     * @param doubt why it did not act upon the first reading, such as 'other-language'; null where it may have
     */
    record BotTrace(
            List<Long> answers,
            List<Reading> readings,
            Map<String, String> slots,
            String proof,
            String decision,
            @Nullable String routine,
            List<String> mentioned,
            double millis,
            JsonNode dialogue,
            @Nullable String doubt)
            implements EntryBody {
        public BotTrace {
            answers = List.copyOf(answers);
            readings = List.copyOf(readings);
            slots = Map.copyOf(slots);
            mentioned = List.copyOf(mentioned);
        }

        /** Without a doubt. */
        public BotTrace(
                List<Long> answers,
                List<Reading> readings,
                Map<String, String> slots,
                String proof,
                String decision,
                @Nullable String routine,
                List<String> mentioned,
                double millis,
                JsonNode dialogue) {
            this(answers, readings, slots, proof, decision, routine, mentioned, millis, dialogue, null);
        }
    }

    /** One way to understand an utterance; {@code probability} is calibrated, from 0 to 1. */
    record Reading(String intent, double probability) {
        public Reading {
            if (!(probability >= 0 && probability <= 1))
                throw new IllegalArgumentException("probability " + probability);
        }
    }

    // ---- the episode ------------------------------------------------------------------------------------------

    /** A stretch about one matter begins, held by the bot, or by {@code account} when an agent reached out. */
    record EpisodeOpened(int number, @Nullable Long account) implements EntryBody {}

    /**
     * The episode goes to the queue.
     *
     * @param reason 'asked', 'not-understood', 'problem', 'not-allowed' (understood, and not the bot's to settle), 'failed'
     * @param headline what the customer wants, in one line for the agent
     * @param understood slots already given, so that nothing is asked twice
     * @param since its place in the queue when it waited before, in an absorbed conversation; null for now
     */
    record HandedOff(
            int number,
            String reason,
            String headline,
            Map<String, String> understood,
            @Nullable Instant since) implements EntryBody {
        public HandedOff {
            understood = Map.copyOf(understood);
        }
    }

    /** An agent took the episode. The customer learns the name. */
    record Claimed(int number, long account, String agent) implements EntryBody {}

    /** The agent put the episode back into the queue. */
    record Released(int number, long account, String cause) implements EntryBody {}

    /** The episode is the bot's again: the agent gave it back, or the customer no longer wants a person. */
    record ReturnedToBot(int number, @Nullable Long account) implements EntryBody {}

    /** The matter is closed; {@code account} is null when no person closed it. */
    record EpisodeEnded(
            int number, Outcome outcome, @Nullable Long account) implements EntryBody {}

    // ---- problems, proofs, contact ------------------------------------------------------------------------------

    /**
     * Something of the customer's is not right and not yet put right.
     *
     * @param kind 'damaged', 'wrong-item', 'late', 'missing', 'other'
     * @param severity 1 (small) to 3 (grave)
     * @param openedBy null for the bot
     */
    record ProblemOpened(
            int problem,
            String kind,
            int severity,
            String title,
            @Nullable String order,
            @Nullable String product,
            @Nullable Long openedBy)
            implements EntryBody {
        public ProblemOpened {
            if (severity < 1 || severity > 3) throw new IllegalArgumentException("severity " + severity);
        }
    }

    /** The problem has been put right, or was none. */
    record ProblemClosed(int problem, String how, @Nullable Long closedBy) implements EntryBody {}

    /** The customer proved something: who they are, or that one order is theirs. */
    record Proved(Proof proof) implements EntryBody {}

    /** A try at proving an order failed. The number is masked. */
    record ProofFailed(String order, boolean closed) implements EntryBody {}

    /** Where the customer wants to be answered when nobody is here. */
    record ContactLeft(String kind, String value) implements EntryBody {}

    // ---- the shop ---------------------------------------------------------------------------------------------

    /** The customer's cart after a change. */
    record CartChanged(
            List<CartItem> items,
            @Nullable String added,
            @Nullable UUID suggestion) implements EntryBody {
        public CartChanged {
            items = List.copyOf(items);
        }
    }

    /** One line of a cart. */
    record CartItem(String sku, String product, int quantity) {}

    /** The customer went without ordering what lay in the cart. {@code total} is in minor units. */
    record CartLeft(List<CartItem> items, long total, String currency) implements EntryBody {
        public CartLeft {
            items = List.copyOf(items);
        }
    }

    /** The customer ordered. */
    record OrderPlaced(String order, List<CartItem> items, long total, String currency) implements EntryBody {
        public OrderPlaced {
            items = List.copyOf(items);
        }
    }

    /** The shop, or the customer there, cancelled the order. */
    record OrderCancelled(String order) implements EntryBody {}

    /**
     * A parcel of an order left, arrived, or met with something on its way.
     *
     * @param state as {@link outfitter.models.shop.ShipmentState} is stored: 'in-transit', 'delivered', 'late' …
     * @param tracking empty when there is none
     * @param expectedOn null when nobody knows
     */
    record ParcelMoved(
            String order,
            String carrier,
            String tracking,
            String state,
            @Nullable LocalDate expectedOn) implements EntryBody {}

    /** A return was started, by the bot or by self-service. */
    record ReturnStarted(String number, String order, String sku, String reason, boolean faulty) implements EntryBody {}

    /**
     * A return came in, or was settled; also one that nobody started here.
     *
     * @param number of the return, null when it has none here
     * @param state as {@link outfitter.models.shop.ReturnState} is stored: 'received', 'refunded', 'rejected' …
     */
    record ReturnMoved(@Nullable String number, String order, String sku, int quantity, String state)
            implements EntryBody {}

    // ---- suggestions ------------------------------------------------------------------------------------------

    /** Suggestions that an agent's panel showed. Their details stand in the impression table. */
    record SuggestionsShown(List<UUID> impressions, List<String> products, boolean heldOut) implements EntryBody {
        public SuggestionsShown {
            impressions = List.copyOf(impressions);
            products = List.copyOf(products);
        }
    }

    /** An agent sent a suggestion to the customer as a card. */
    record SuggestionAccepted(UUID impression, String product, long account) implements EntryBody {}

    /** An agent turned a suggestion down: 'not-now', 'does-not-go', 'too-dear', 'has-one', 'other'. */
    record SuggestionDeclined(UUID impression, String product, String reason, long account) implements EntryBody {}

    // ---- the sequence itself ----------------------------------------------------------------------------------

    /** This conversation was absorbed by another and takes no further turns until the merge is undone. */
    record Absorbed(long into, long merge) implements EntryBody {}

    /**
     * Another conversation was absorbed by this one. What the bot still owed there, it owes here.
     *
     * @param owed the absorbed conversation's unanswered messages, with their seqs there
     * @param dialogue the bot's memory of the matter under way there, null when this conversation has its own
     * @param replyTo where its customer last wrote from, and {@code lastCustomerAt} when; null when never
     * @param heard when its customer last wrote from each address that replies have to be brought to
     */
    record Merged(
            long from,
            long merge,
            String cause,
            List<Unanswered> owed,
            @Nullable JsonNode dialogue,
            @Nullable String replyTo,
            @Nullable Instant lastCustomerAt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Instant> heard)
            implements EntryBody {
        public Merged {
            owed = List.copyOf(owed);
            heard = heard == null ? Map.of() : Map.copyOf(heard);
        }
    }

    /**
     * A merge was undone; written to both conversations.
     *
     * @param left addresses that lead to {@code other} again
     */
    record Unmerged(
            long other,
            long merge,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> left) implements EntryBody {
        public Unmerged {
            left = left == null ? List.of() : List.copyOf(left);
        }
    }

    /**
     * Another conversation seems to be of the same person and was left apart, because each is verified as somebody of its
     * own: a person decides.
     *
     * @param kind what both would have of one kind: 'customer' or a channel's id
     */
    record PossiblySame(long other, String kind) implements EntryBody {}

    /** The body was erased at the person's wish; seq, kind and instant stay. */
    record Erased(String kind, Instant erasedAt) implements EntryBody {}
}
