package outfitter.models.merchandising;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import outfitter.models.conversation.ConversationId;
import outfitter.models.customer.CustomerId;

/**
 * A suggestion that was put before agents in an episode, or would have been, had the customer not been held out.
 *
 * @param episode its number in the conversation
 * @param at when it was seen first
 * @param account the agent who saw it first; null when held out or seen by nobody in particular
 * @param place where it stood then, from 1
 * @param rule id of the rule that moved it, null for none
 * @param evidence what spoke for it then
 * @param reason why it was declined: 'not-now', 'does-not-go', 'too-dear', 'has-one', 'other'; null otherwise
 * @param settledAt when {@code state} was reached; null while it is only shown
 */
public record Impression(
        UUID id,
        ConversationId conversation,
        int episode,
        CustomerId customer,
        Instant at,
        @Nullable Long account,
        String product,
        SuggestionList list,
        int place,
        Arm arm,
        @Nullable String rule,
        JsonNode evidence,
        State state,
        @Nullable String reason,
        @Nullable Instant settledAt) {

    /** What became of it. A suggestion that was accepted and then ordered counts as both: the table keeps each instant. */
    public enum State {
        SHOWN("shown"),
        ACCEPTED("accepted"),
        DECLINED("declined"),
        ORDERED("ordered");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** As stored. */
        public String code() {
            return code;
        }

        static State named(String code) {
            for (State state : values()) if (state.code.equals(code)) return state;
            throw new IllegalArgumentException("state " + code);
        }
    }

    /** One that is about to be shown. */
    public static Impression shown(
            ConversationId conversation,
            int episode,
            CustomerId customer,
            Instant at,
            @Nullable Long account,
            String product,
            SuggestionList list,
            int place,
            Arm arm,
            @Nullable String rule,
            JsonNode evidence) {
        return new Impression(
                UUID.randomUUID(),
                conversation,
                episode,
                customer,
                at,
                account,
                product,
                list,
                place,
                arm,
                rule,
                evidence,
                State.SHOWN,
                null,
                null);
    }
}
