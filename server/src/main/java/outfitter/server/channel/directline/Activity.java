package outfitter.server.channel.directline;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a client is told, in Microsoft's form.
 *
 * @param type 'message', 'event' or 'typing'
 * @param id the same on every screen of a visitor and after every reconnect; null for what is only of the moment
 * @param name of an event
 * @param value of an event
 * @param textFormat always 'plain' beside a text: nothing in it is ever markup
 */
record Activity(
        String type,
        @Nullable String id,
        Instant timestamp,
        String channelId,
        Account conversation,
        Account from,
        @Nullable String name,
        @Nullable Object value,
        @Nullable String text,
        @Nullable String textFormat,
        @Nullable SuggestedActions suggestedActions,
        @Nullable String attachmentLayout,
        @Nullable List<Attachment> attachments,
        @Nullable ChannelData channelData) {

    /** A party of the conversation; {@code role} is 'user' or 'bot', and null for the conversation itself. */
    record Account(
            String id, @Nullable String name, @Nullable String role) {}

    /** Answers offered as buttons. */
    record SuggestedActions(List<CardAction> actions) {}

    /** A button: 'imBack' says {@code value} as the customer's words, 'openUrl' leads there. */
    record CardAction(String type, String title, String value) {}

    /** A card that every client can show. */
    record Attachment(String contentType, HeroCard content) {}

    /**
     * A product as a card.
     *
     * @param subtitle its price
     * @param text why it is shown; null for none
     * @param product the whole of it, for clients that offer size and cart
     */
    record HeroCard(
            String title,
            String subtitle,
            @Nullable String text,
            List<CardImage> images,
            List<CardAction> buttons,
            ShownProduct product) {}

    record CardImage(String url, String alt) {}

    /**
     * What only our own clients read.
     *
     * @param clientActivityId what the client called its own message, so that it recognises it
     */
    record ChannelData(
            Outfitter outfitter,
            @Nullable @JsonProperty("clientActivityID") String clientActivityId) {}

    /**
     * Where an activity comes from.
     *
     * @param kind the entry's kind
     */
    record Outfitter(Author author, String kind, Instant at) {}

    /** Who says it: {@code kind} is 'customer', 'bot' or 'agent'; a customer has no name here. */
    record Author(String kind, @Nullable String name) {}
}
