package outfitter.assist.queue;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.Addresses;
import outfitter.models.conversation.Conversation;
import outfitter.models.conversation.Entry;
import outfitter.models.conversation.EntryBody;
import outfitter.models.conversation.Episode;
import outfitter.models.conversation.Glimpses.Glimpse;
import outfitter.models.conversation.Holder;

/**
 * A conversation that waits or that a person has, with what its row shows beyond its state.
 *
 * @param name the customer's, null while unknown
 * @param last the newest message that is not the bot's, null when there is none
 */
record Held(
        Conversation now, @Nullable String name, @Nullable Entry last) {
    static boolean isHeld(Conversation conversation) {
        Holder holder = conversation.state().holder();
        return conversation.mergedInto() == null && (holder == Holder.WAITING || holder == Holder.CLAIMED);
    }

    /** The same after a turn. */
    Held after(Conversation after, List<Entry> entries) {
        Entry newest = last;
        for (Entry entry : entries) if (isMessage(entry)) newest = entry;
        return new Held(after, name, newest);
    }

    /** The same with what the database knew, which may be older than what the news told since. */
    Held with(Glimpse glimpse) {
        Entry stored = glimpse.last();
        boolean newer = last != null && (stored == null || stored.at().isBefore(last.at()));
        return new Held(now, glimpse.name(), newer ? last : stored);
    }

    /** Whether the same person has it as {@code before}, or still nobody. */
    boolean isWith(Held before) {
        return isWaiting() == before.isWaiting()
                && Objects.equals(episode().claimedBy(), before.episode().claimedBy());
    }

    boolean isWaiting() {
        return episode().holder() == Holder.WAITING;
    }

    Instant virtualArrival() {
        Episode episode = episode();
        return Objects.requireNonNullElse(episode.virtualArrival(), episode.openedAt());
    }

    Row row(@Nullable Integer position) {
        Episode episode = episode();
        Instant arrival = episode.virtualArrival();
        return new Row(
                now.id().value(),
                episode.number(),
                episode.holder(),
                new Row.Person(now.customer().value(), name),
                episode.headline(),
                channel(),
                episode.waitingSince(),
                arrival,
                arrival == null ? null : arrival.plus(Queue.BOUND),
                episode.claimedBy() == null ? null : new Row.Person(episode.claimedBy(), episode.agent()),
                lastMessage().orElse(null),
                now.state().problems().size(),
                now.state().contact(),
                position,
                now.head());
    }

    private Episode episode() {
        return now.state().openEpisode().orElseThrow();
    }

    private String channel() {
        String replyTo = now.state().replyTo();
        return replyTo == null ? Addresses.SITE : Addresses.channel(replyTo);
    }

    private Optional<Row.LastMessage> lastMessage() {
        if (last == null) return Optional.empty();
        if (last.body() instanceof EntryBody.CustomerMessage said) {
            return Optional.of(new Row.LastMessage(said.text(), last.at(), "customer"));
        }
        if (last.body() instanceof EntryBody.AgentMessage said) {
            return Optional.of(new Row.LastMessage(said.text(), last.at(), "agent"));
        }
        return Optional.empty();
    }

    private static boolean isMessage(Entry entry) {
        return entry.body() instanceof EntryBody.CustomerMessage || entry.body() instanceof EntryBody.AgentMessage;
    }
}
