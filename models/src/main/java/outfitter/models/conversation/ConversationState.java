package outfitter.models.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation's entries add up to: {@link Fold} makes it, the journal stores it beside the head, and a decision
 * reads it without touching the entries. Immutable.
 *
 * @param episode the present or last episode; null before the first message
 * @param problems those still open
 * @param problemCount how many were ever opened, so that numbers are not used twice
 * @param proofs what the customer has proved in this conversation; order proofs hold for the episode
 * @param unanswered customer's messages that the bot still owes an answer
 * @param answerDue when it owes it; null when nothing is owed
 * @param mentioned products named in this episode, newest first, at most 10
 * @param declined products declined by agents, with the instant
 * @param understood slots already given in this episode
 * @param contact where the customer wants to be answered, 'email:…' or 'phone:…'; null when never left
 * @param lastCustomerAt when the customer last wrote
 * @param replyTo the address that the customer last wrote from, where replies go; null before the first message
 * @param heard when the customer last wrote from each address that replies have to be brought to
 * @param dialogue the bot's own memory
 */
public record ConversationState(
        @Nullable Episode episode,
        List<Problem> problems,
        int problemCount,
        List<Proof> proofs,
        List<Unanswered> unanswered,
        @Nullable Instant answerDue,
        List<String> mentioned,
        Map<String, Instant> declined,
        Map<String, String> understood,
        @Nullable String contact,
        @Nullable Instant lastCustomerAt,
        @Nullable String replyTo,
        Map<String, Instant> heard,
        JsonNode dialogue) {

    /** Before anything happened. */
    public static final ConversationState EMPTY = new ConversationState(
            null,
            List.of(),
            0,
            List.of(),
            List.of(),
            null,
            List.of(),
            Map.of(),
            Map.of(),
            null,
            null,
            null,
            Map.of(),
            NullNode.getInstance());

    public ConversationState {
        problems = copy(problems);
        proofs = copy(proofs);
        unanswered = copy(unanswered);
        mentioned = copy(mentioned);
        declined = declined == null ? Map.of() : Map.copyOf(declined);
        understood = understood == null ? Map.of() : Map.copyOf(understood);
        heard = heard == null ? Map.of() : Map.copyOf(heard);
        dialogue = dialogue == null ? NullNode.getInstance() : dialogue;
    }

    /** The episode if one is open. */
    public Optional<Episode> openEpisode() {
        return Optional.ofNullable(episode).filter(Episode::isOpen);
    }

    /** Who has the conversation now; the bot when no episode is open. */
    public Holder holder() {
        return openEpisode().map(Episode::holder).orElse(Holder.BOT);
    }

    /** Whether suggestions are held because something is not put right. */
    public boolean hasOpenProblem() {
        return !problems.isEmpty();
    }

    /** Whether the customer proved who they are (not merely that an order is theirs). */
    public boolean isIdentified() {
        return proofs.stream().anyMatch(proof -> proof.kind() != Proof.Kind.ORDER);
    }

    /** The matter that the bot took up last in this episode, named as in the list of intents; empty before the first. */
    public Optional<String> matter() {
        return Optional.ofNullable(dialogue.path("routine").textValue());
    }

    /** The number that the next episode gets. */
    public int nextEpisode() {
        return episode == null ? 1 : episode.number() + 1;
    }

    // A state written by an older version may lack a list.
    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
