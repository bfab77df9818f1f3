package outfitter.models.conversation;

import static outfitter.models.conversation.Audience.CUSTOMER;
import static outfitter.models.conversation.Audience.STAFF;
import static outfitter.models.conversation.Audience.SYSTEM;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every kind of entry: its stored name, its present version and who may see it. To add one: a record in {@link
 * EntryBody}, a line here, and what it does in {@link Fold}.
 */
public enum EntryKind {
    CUSTOMER_MESSAGE("customer-message", 1, CUSTOMER, EntryBody.CustomerMessage.class),
    BOT_MESSAGE("bot-message", 1, CUSTOMER, EntryBody.BotMessage.class),
    AGENT_MESSAGE("agent-message", 1, CUSTOMER, EntryBody.AgentMessage.class),
    NOTE("note", 1, STAFF, EntryBody.Note.class),
    BOT_TRACE("bot-trace", 1, STAFF, EntryBody.BotTrace.class),
    EPISODE_OPENED("episode-opened", 1, STAFF, EntryBody.EpisodeOpened.class),
    HANDED_OFF("handed-off", 1, STAFF, EntryBody.HandedOff.class),
    CLAIMED("claimed", 1, CUSTOMER, EntryBody.Claimed.class),
    RELEASED("released", 1, STAFF, EntryBody.Released.class),
    RETURNED_TO_BOT("returned-to-bot", 1, CUSTOMER, EntryBody.ReturnedToBot.class),
    EPISODE_ENDED("episode-ended", 1, STAFF, EntryBody.EpisodeEnded.class),
    PROBLEM_OPENED("problem-opened", 1, STAFF, EntryBody.ProblemOpened.class),
    PROBLEM_CLOSED("problem-closed", 1, STAFF, EntryBody.ProblemClosed.class),
    PROVED("proved", 1, STAFF, EntryBody.Proved.class),
    PROOF_FAILED("proof-failed", 1, STAFF, EntryBody.ProofFailed.class),
    CONTACT_LEFT("contact-left", 1, STAFF, EntryBody.ContactLeft.class),
    CART_CHANGED("cart-changed", 1, STAFF, EntryBody.CartChanged.class),
    CART_LEFT("cart-left", 1, STAFF, EntryBody.CartLeft.class),
    ORDER_PLACED("order-placed", 1, STAFF, EntryBody.OrderPlaced.class),
    ORDER_CANCELLED("order-cancelled", 1, STAFF, EntryBody.OrderCancelled.class),
    PARCEL_MOVED("parcel-moved", 1, STAFF, EntryBody.ParcelMoved.class),
    RETURN_STARTED("return-started", 1, STAFF, EntryBody.ReturnStarted.class),
    RETURN_MOVED("return-moved", 1, STAFF, EntryBody.ReturnMoved.class),
    SUGGESTIONS_SHOWN("suggestions-shown", 1, STAFF, EntryBody.SuggestionsShown.class),
    SUGGESTION_ACCEPTED("suggestion-accepted", 1, STAFF, EntryBody.SuggestionAccepted.class),
    SUGGESTION_DECLINED("suggestion-declined", 1, STAFF, EntryBody.SuggestionDeclined.class),
    SIGNAL("signal", 1, STAFF, EntryBody.Signal.class),
    NOT_DELIVERED("not-delivered", 1, STAFF, EntryBody.NotDelivered.class),
    POSSIBLY_SAME("possibly-same", 1, STAFF, EntryBody.PossiblySame.class),
    ABSORBED("absorbed", 1, SYSTEM, EntryBody.Absorbed.class),
    MERGED("merged", 1, SYSTEM, EntryBody.Merged.class),
    UNMERGED("unmerged", 1, SYSTEM, EntryBody.Unmerged.class),
    ERASED("erased", 1, SYSTEM, EntryBody.Erased.class);

    private static final Map<Class<?>, EntryKind> BY_BODY =
            Arrays.stream(values()).collect(Collectors.toMap(EntryKind::body, Function.identity()));
    private static final Map<String, EntryKind> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(EntryKind::code, Function.identity()));

    private final String code;
    private final int version;
    private final Audience audience;
    private final Class<? extends EntryBody> body;

    EntryKind(String code, int version, Audience audience, Class<? extends EntryBody> body) {
        this.code = code;
        this.version = version;
        this.audience = audience;
        this.body = body;
    }

    /** The kind of {@code body}; every body has one. */
    public static EntryKind of(EntryBody body) {
        EntryKind kind = BY_BODY.get(body.getClass());
        if (kind == null) throw new IllegalStateException("no entry kind for " + body.getClass());
        return kind;
    }

    /** The kind stored as {@code code}, empty for one that this version does not know. */
    public static Optional<EntryKind> named(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The stored name. */
    public String code() {
        return code;
    }

    /** The version that is written today; older ones are read by {@link EntryCodec}. */
    public int version() {
        return version;
    }

    public Audience audience() {
        return audience;
    }

    Class<? extends EntryBody> body() {
        return body;
    }
}
