package outfitter.server.channel.directline;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import outfitter.models.conversation.Card;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Outcome;
import outfitter.models.conversation.Proof;

/**
 * An entry of every kind, in an order that an episode allows. Whatever a customer must not read says {@link #HIDDEN}; merges
 * and what they write are left to be made.
 */
final class EveryKind {
    static final String HIDDEN = "not-for-customers";

    private static final Instant SOME_TIME = Instant.parse("2026-11-21T10:00:00Z");
    private static final long ACCOUNT = 4_711_004_711L;
    private static final UUID IMPRESSION = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private EveryKind() {}

    static List<EntryBody> inOrder(String address) {
        return List.of(
                new EntryBody.CustomerMessage("where is my parcel", address),
                new EntryBody.EpisodeOpened(1, null),
                new EntryBody.BotTrace(
                        List.of(1L),
                        List.of(new EntryBody.Reading(HIDDEN, 0.9)),
                        Map.of(HIDDEN, HIDDEN),
                        HIDDEN,
                        "reply",
                        HIDDEN,
                        List.of(HIDDEN),
                        1.5,
                        JsonNodeFactory.instance.textNode(HIDDEN)),
                new EntryBody.BotMessage(
                        "it is on its way",
                        List.of("thanks"),
                        List.of(new Card("boot", "boot-42", IMPRESSION, "dry feet")),
                        HIDDEN),
                new EntryBody.Note(ACCOUNT, HIDDEN, HIDDEN),
                new EntryBody.Proved(new Proof(Proof.Kind.ORDER, HIDDEN)),
                new EntryBody.ProofFailed(HIDDEN, true),
                new EntryBody.ContactLeft("email", HIDDEN),
                new EntryBody.CartChanged(List.of(new EntryBody.CartItem(HIDDEN, HIDDEN, 1)), HIDDEN, IMPRESSION),
                new EntryBody.OrderPlaced(HIDDEN, List.of(new EntryBody.CartItem(HIDDEN, HIDDEN, 1)), 1, "GBP"),
                new EntryBody.CartLeft(List.of(new EntryBody.CartItem(HIDDEN, HIDDEN, 1)), 1, "GBP"),
                new EntryBody.OrderCancelled(HIDDEN),
                new EntryBody.ParcelMoved(HIDDEN, HIDDEN, HIDDEN, HIDDEN, null),
                new EntryBody.ReturnMoved(HIDDEN, HIDDEN, HIDDEN, 1, HIDDEN),
                new EntryBody.ReturnStarted(HIDDEN, HIDDEN, HIDDEN, HIDDEN, true),
                new EntryBody.ProblemOpened(1, HIDDEN, 2, HIDDEN, HIDDEN, HIDDEN, ACCOUNT),
                new EntryBody.ProblemClosed(1, HIDDEN, ACCOUNT),
                new EntryBody.HandedOff(1, HIDDEN, HIDDEN, Map.of(HIDDEN, HIDDEN), null),
                new EntryBody.Claimed(1, ACCOUNT, "Maya"),
                new EntryBody.AgentMessage(ACCOUNT, "Maya", "I am on it", List.of()),
                new EntryBody.SuggestionsShown(List.of(IMPRESSION), List.of(HIDDEN), false),
                new EntryBody.SuggestionAccepted(IMPRESSION, HIDDEN, ACCOUNT),
                new EntryBody.SuggestionDeclined(IMPRESSION, HIDDEN, HIDDEN, ACCOUNT),
                new EntryBody.Released(1, ACCOUNT, HIDDEN),
                new EntryBody.ReturnedToBot(1, ACCOUNT),
                new EntryBody.EpisodeEnded(1, Outcome.SOLVED_BY_PERSON, ACCOUNT),
                new EntryBody.Erased(HIDDEN, SOME_TIME),
                new EntryBody.Absorbed(ACCOUNT, ACCOUNT),
                new EntryBody.Signal(HIDDEN, "reaction", HIDDEN),
                new EntryBody.NotDelivered(ACCOUNT, ACCOUNT, HIDDEN, HIDDEN),
                new EntryBody.PossiblySame(ACCOUNT, HIDDEN),
                new EntryBody.Merged(ACCOUNT, ACCOUNT, HIDDEN, List.of(), null, null, null, Map.of()),
                new EntryBody.Unmerged(ACCOUNT, ACCOUNT, List.of()));
    }

    /** Whether {@code json} lets slip anything that is not the customer's. */
    static boolean isLeaking(String json) {
        return json.contains(HIDDEN) || json.contains(Long.toString(ACCOUNT));
    }
}
