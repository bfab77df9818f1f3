package outfitter.models.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One entry of every kind, for tests that walk all of them through something. */
public final class SampleEntries {
    private static final UUID IMPRESSION = UUID.fromString("0b2cf1f4-6f6a-4f0f-9a57-5d7a3c1e9b10");
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.123456Z");

    /** A word that stands in every sample which customers must not see. */
    public static final String SECRET = "stafforsystemonly";

    public static final List<EntryBody> ONE_OF_EACH = List.of(
            new EntryBody.CustomerMessage("where are my <b>boots</b>?", "site:visitor"),
            new EntryBody.BotMessage(
                    "Your parcel arrives tomorrow.",
                    List.of("Thanks", "A person, please"),
                    List.of(new Card("granite-boot", "GB-42", IMPRESSION, "fits")),
                    "order-status"),
            new EntryBody.AgentMessage(7, "Ana", "Hello", List.of(new Card("granite-boot", null, null, null))),
            new EntryBody.Note(7, "Ana", SECRET),
            new EntryBody.BotTrace(
                    List.of(1L),
                    List.of(new EntryBody.Reading("order-status", 0.93)),
                    Map.of("order", SECRET),
                    SECRET,
                    "reply",
                    "order-status",
                    List.of("granite-boot"),
                    3.5,
                    JsonNodeFactory.instance.objectNode().put("pending", SECRET)),
            new EntryBody.EpisodeOpened(1, 4711L),
            new EntryBody.HandedOff(1, "asked", SECRET, Map.of("order", SECRET), AT),
            new EntryBody.Claimed(1, 7, "Ana"),
            new EntryBody.Released(1, 7, SECRET),
            new EntryBody.ReturnedToBot(1, 7L),
            new EntryBody.EpisodeEnded(1, Outcome.SOLVED_BY_PERSON, 4711L),
            new EntryBody.ProblemOpened(1, "damaged", 2, SECRET, "OF-100001", "granite-boot", 7L),
            new EntryBody.ProblemClosed(1, SECRET, 7L),
            new EntryBody.Proved(new Proof(Proof.Kind.ORDER, SECRET)),
            new EntryBody.ProofFailed(SECRET, true),
            new EntryBody.ContactLeft("email", SECRET),
            new EntryBody.CartChanged(List.of(new EntryBody.CartItem(SECRET, "granite-boot", 1)), SECRET, IMPRESSION),
            new EntryBody.OrderPlaced(
                    SECRET, List.of(new EntryBody.CartItem("GB-42", "granite-boot", 1)), 18900, "GBP"),
            new EntryBody.CartLeft(List.of(new EntryBody.CartItem(SECRET, "granite-boot", 1)), 18900, "GBP"),
            new EntryBody.OrderCancelled(SECRET),
            new EntryBody.ParcelMoved(SECRET, "Royal Mail", SECRET, "in-transit", LocalDate.parse("2026-11-24")),
            new EntryBody.ReturnMoved("RT-20001", SECRET, "GB-42", 1, "refunded"),
            new EntryBody.ReturnStarted(SECRET, "OF-100001", "GB-42", "too-small", false),
            new EntryBody.SuggestionsShown(List.of(IMPRESSION), List.of(SECRET), false),
            new EntryBody.SuggestionAccepted(IMPRESSION, SECRET, 7),
            new EntryBody.SuggestionDeclined(IMPRESSION, SECRET, "too-dear", 7),
            new EntryBody.Absorbed(4711, 4712),
            new EntryBody.Merged(
                    4711,
                    4712,
                    SECRET,
                    List.of(new Unanswered(3, SECRET, AT)),
                    JsonNodeFactory.instance.objectNode(),
                    "sms:4711",
                    AT,
                    Map.of("sms:4711", AT)),
            new EntryBody.Unmerged(4711, 4712, List.of("sms:4711")),
            new EntryBody.Signal("sms:4711", "reaction", SECRET),
            new EntryBody.NotDelivered(4711, 4712, "sms", SECRET),
            new EntryBody.PossiblySame(4711, "sms"),
            new EntryBody.Erased(SECRET, AT));

    private SampleEntries() {}
}
